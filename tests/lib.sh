# lib.sh - what the stories of the command line share; read it with `.`.
#
# Gives a story the program, an empty folder that is deleted at the end, a database in it, and the
# sample. A story ends at the first thing that is wrong.
# shellcheck shell=sh

memberstat=${MEMBERSTAT:-build/memberstat}
case $memberstat in /*) ;; *) memberstat=$(pwd)/$memberstat ;; esac
root=${ROOT:-$(pwd)}
# shellcheck disable=SC2034 # for the stories
sample=$root/data/thap-muoi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
out=$folder/out
err=$folder/err
: >"$out"
: >"$err"
export MEMBERSTAT_DB="$folder/roll.db" LC_ALL=C.UTF-8

fail() {
	echo "$(basename "$0"): $*" >&2
	head -c 4000 "$out" >&2
	head -c 4000 "$err" >&2
	exit 1
}

# run STATUS ARGUMENTS…: runs the program, which must end with this status.
run() {
	wanted=$1
	shift
	status=0
	"$memberstat" "$@" >"$out" 2>"$err" || status=$?
	[ $status = "$wanted" ] || fail "$*: status $status, wanted $wanted"
}

# says FILE TEXT: the file contains the text. says_line: it is a whole line of the file.
says() {
	grep -qF -- "$2" "$1" || fail "not said: $2"
}

says_line() {
	grep -qxF -- "$2" "$1" || fail "no such line: $2"
}

says_not() {
	! grep -qF -- "$2" "$1" || fail "said: $2"
}

silent() {
	[ ! -s "$1" ] || fail "something was written to $1"
}

same() {
	cmp "$1" "$2" >&2 || fail "$1 and $2 differ"
}

# tables: all that the database holds, row by row, but for imports that were taken back or changed nothing.
tables() {
	sqlite3 "$MEMBERSTAT_DB" "SELECT name, sql FROM sqlite_schema ORDER BY name"
	for table in $(sqlite3 "$MEMBERSTAT_DB" "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1"); do
		where=
		[ "$table" != import ] || where='WHERE undone_at IS NULL AND added + updated > 0'
		sqlite3 -cmd '.mode quote' "$MEMBERSTAT_DB" "SELECT '$table', * FROM $table $where ORDER BY 2, 3, 4"
	done
}

# Is the program built with sanitizers? Then its time and memory are not measured.
sanitized() {
	grep -q __asan_init "$memberstat"
}
