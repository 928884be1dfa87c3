#!/bin/sh
# deps.sh WHAT:PACKAGE… makes sure of headers (*.h) and programs. Nothing happens when all are there; on
# Debian and Ubuntu the missing ones are installed, elsewhere they are named.
set -eu

missing=
for pair in "$@"; do
	what=${pair%%:*}
	package=${pair#*:}
	case $what in
	*.h)
		printf '#include <stddef.h>\n#include <stdint.h>\n#include <sys/types.h>\n#include <stdarg.h>\n#include <setjmp.h>\n#include <%s>\n' "$what" |
			"${CC:-cc}" -E -x c - >/dev/null 2>&1 || missing="$missing $package"
		;;
	*)
		command -v "$what" >/dev/null 2>&1 || missing="$missing $package"
		;;
	esac
done
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1; then
	sudo=
	[ "$(id -u)" = 0 ] || sudo=sudo
	echo "installing$missing"
	export DEBIAN_FRONTEND=noninteractive
	# shellcheck disable=SC2086 # the list is words
	$sudo apt-get install -y -q --no-install-recommends $missing >/dev/null 2>&1 ||
		{ $sudo apt-get update -q && $sudo apt-get install -y -q --no-install-recommends $missing; } >&2
else
	echo "missing; install these (Debian's names), then run make again:$missing" >&2
	exit 1
fi
