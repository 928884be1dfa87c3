#!/bin/sh
# deps.sh install|name WHAT:PACKAGE… checks that headers (*.h), which "$CC" looks for with its
# flags, and programs exist. Nothing happens when all do. `install` installs the packages of what is
# missing, on Debian and Ubuntu; otherwise they are named with the command that installs them, and
# the exit status is 1.
set -eu

how=$1
shift

# The header, after those that it expects to be included before it.
has_header() {
	# shellcheck disable=SC2086 # the compiler and its flags
	printf '#include <%s>\n' stddef.h stdint.h sys/types.h stdarg.h setjmp.h "$1" |
		${CC:-cc} -E -x c - >/dev/null 2>&1
}

find_missing() {
	missing=
	for pair in "$@"; do
		what=${pair%%:*}
		case $what in
		*.h) has_header "$what" || missing="$missing ${pair#*:}" ;;
		*) command -v "$what" >/dev/null 2>&1 || missing="$missing ${pair#*:}" ;;
		esac
	done
	[ -n "$missing" ]
}

# apt-get, as root. It waits for another one that holds the packages.
apt() {
	if [ "$(id -u)" = 0 ]; then
		apt-get -q -o DPkg::Lock::Timeout=600 "$@"
	else
		sudo DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 "$@"
	fi
}

find_missing "$@" || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
	echo "missing; install these (Debian's names), then run make again:$missing" >&2
	exit 1
fi
if [ "$how" != install ] || { [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; }; then
	echo "missing:$missing" >&2
	echo "install them (as root: apt-get install$missing), or let make deps do it, then run make again" >&2
	exit 1
fi

# Only one runs at a time, also from different folders. The second one finds that nothing is missing
# any more.
exec 9</var/lib/dpkg
flock 9
find_missing "$@" || exit 0
echo "installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086 # the list is words
apt install -y --no-install-recommends $missing >/dev/null 2>&1 9<&- ||
	{ apt update && apt install -y --no-install-recommends $missing; } >"$log" 2>&1 9<&- ||
	{ cat "$log" >&2 && exit 1; }
