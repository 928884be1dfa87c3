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

# older_roll NUMBER: makes of the roll what a memberstat whose last migration was this one would have stored: its
# schema, and the columns of today that it had.
older_roll() {
	rm -f older.db older.sql
	for file in "$root"/src/sql/schema/*.sql; do
		number=$(basename "$file" | sed 's/^0*//; s/-.*//')
		[ "$number" -gt "$1" ] || cat "$file"
	done | sqlite3 older.db
	for table in import unit unit_version unit_place population plan member stay journal; do
		columns=$(sqlite3 older.db "ATTACH '$MEMBERSTAT_DB' AS now; SELECT group_concat(name) FROM (
			SELECT name FROM pragma_table_info('$table', 'main')
			INTERSECT SELECT name FROM pragma_table_info('$table', 'now'))")
		[ -n "$columns" ] || continue
		from=now.$table values=$columns
		if [ "$table" = unit ] && [ "$1" -lt 5 ]; then
			columns=id,code,name,name_key,kind,parent,opened_on,closed_on
			values=$columns from='now.unit JOIN now.unit_version v ON v.unit = id'
		elif [ "$table" = stay ] && [ "$1" -lt 8 ]; then
			values=$(echo ",$columns," | sed 's/,official_on,/,iif(carried, NULL, official_on),/; s/^,//; s/,$//')
		fi
		echo "DELETE FROM $table; INSERT INTO $table ($columns) SELECT $values FROM $from;"
	done >older.sql
	sqlite3 older.db "ATTACH '$MEMBERSTAT_DB' AS now; $(cat older.sql)
		PRAGMA application_id = 1297306689; PRAGMA user_version = $1"
	mv older.db "$MEMBERSTAT_DB"
}

# Is the program built with sanitizers? Then its time and memory are not measured.
sanitized() {
	grep -q __asan_init "$memberstat"
}
