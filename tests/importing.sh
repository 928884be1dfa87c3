# importing.sh - what the stories of import share; read it with `.`.
#
# A small roll of units, a file to import into it, and what is checked after every import: each
# record is accounted for, and an import that stores nothing leaves the database as it was.
# shellcheck shell=sh

# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"

file=$folder/in.csv
# shellcheck disable=SC2034 # for the stories
members=member,unit,full_name,birth_date,gender,theory,admitted_on,official_on,joined_on,joined_by,left_on,left_by

# given [HEADER] <ROWS: the file to import.
given() {
	{
		[ $# = 0 ] || printf '%s\n' "$1"
		cat
	} >"$file"
}

# sql QUERY: over j, the accounting in JSON.
sql() {
	sqlite3 :memory: "SELECT $1 FROM (SELECT readfile('$out') AS j)"
}

# import STATUS OPTIONS…: imports the file into the base roll; every record is accounted for.
import() {
	ends=$1
	shift
	cp "$folder/base.db" "$MEMBERSTAT_DB"
	again "$ends" "$@"
}

# The same into the roll as it is now.
again() {
	ends=$1
	shift
	before=$(sha256sum <"$MEMBERSTAT_DB")
	run "$ends" import --format json "$@" "$file"
	[ "$(sql "j ->> 'read' = j ->> 'added' + j ->> 'updated' + j ->> 'unchanged' + j ->> 'rejected' +
		j ->> 'skipped'")" = 1 ] || fail 'accounting'
	[ "$(sql "j ->> 'stored'")" = 1 ] || [ "$(sha256sum <"$MEMBERSTAT_DB")" = "$before" ] ||
		fail 'nothing is stored, and the database changed'
}

# counts READ ADDED UPDATED UNCHANGED REJECTED SKIPPED STORED
counts() {
	told=$(sql "(j ->> 'read') || ' ' || (j ->> 'added') || ' ' || (j ->> 'updated') || ' ' ||
		(j ->> 'unchanged') || ' ' || (j ->> 'rejected') || ' ' || (j ->> 'skipped') || ' ' ||
		(j ->> 'stored')")
	[ "$told" = "$*" ] || fail "counts are $told, not $*"
}

# found LINE COLUMN CODE [VALUE]: one finding, as it is printed and in JSON. COLUMN is - for none.
found() {
	start="$file:$1: $2: "
	[ "$2" != - ] || start="$file:$1: "
	end=
	[ $# = 3 ] || end=" (got \"$4\")"
	START=$start END=$end awk 'index($0, ENVIRON["START"]) == 1 &&
		substr($0, length($0) - length(ENVIRON["END"]) + 1) == ENVIRON["END"] { found = 1 }
		END { exit !found }' "$err" || fail "not told: $start…$end"
	column="= '$2'"
	[ "$2" != - ] || column='IS NULL'
	[ "$(sql "(SELECT count(*) FROM json_each(j, '\$.errors') WHERE value ->> 'line' = $1 AND
		value ->> 'column' $column AND value ->> 'code' = '$3')")" -ge 1 ] ||
		fail "not in JSON: $1 $2 $3"
}

# only LINE COLUMN CODE [VALUE]: a file of which nothing is stored, for this one reason.
only() {
	[ "$(sql "json_array_length(j, '\$.errors')")" = 1 ] || fail 'more than one error'
	found "$@"
	[ "$(sql "j ->> 'stored'")" = 0 ] || fail 'stored'
}

# row LINE-OF-MEMBERS COLUMN CODE [VALUE]: a file with this one row, which is refused.
row() {
	printf '%s\n' "$1" | given "$members"
	shift
	import 3
	only 2 "$@"
	counts 1 0 0 0 1 0 0
}

# Compares the stored members, as `list` writes them, with standard input.
stays() {
	"$memberstat" list members | tail -n +2
}

given <<'END'
unit,name,kind,parent,opened_on,closed_on
H,Đảng bộ huyện,district,,,
X1,Đảng bộ xã Mỹ An,commune,H,,
X2,Đảng bộ xã Mỹ Hòa,commune,H,,
C1,Chi bộ 1,cell,X1,,
C2,Chi bộ Ấp Đông,cell,X1,,
C3,Chi bộ 1,cell,X2,,
TOTAL,Chi bộ Tổng kho,cell,X2,,
END
run 0 import "$file"
cp "$MEMBERSTAT_DB" "$folder/base.db"
