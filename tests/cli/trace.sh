#!/bin/sh
# MEMBERSTAT_TRACE=sql prints each statement with its time, its rows and its file on standard error,
# and changes nothing else. Bound values are not printed.
set -eu

. "${ROOT:-.}/tests/lib.sh"

# traced ARGUMENTS…: the output is the same as without the trace, and all lines of the trace have
# one form.
line='^sql +[0-9]+\.[0-9]{3} ms +[0-9]+ rows  [^ ].*$'
traced() {
	run 0 "$@"
	mv "$out" "$folder/plain"
	MEMBERSTAT_TRACE=sql "$memberstat" "$@" >"$out" 2>"$err" || fail "$*"
	same "$out" "$folder/plain"
	grep '^sql ' "$err" >"$folder/lines" || fail 'nothing was traced'
	! grep -vE "$line" "$folder/lines" || fail 'a line of another form'
}

# rows WANTED FILE: the statement of this file gave so many rows.
rows() {
	grep -E " +$1 rows  $2\$" "$folder/lines" >/dev/null || fail "not $1 rows: $(cat "$folder/lines")"
}

# With a new database: migrations, and the statements of the import.
MEMBERSTAT_TRACE=sql "$memberstat" import "$sample"/[mpu]*.csv >"$out" 2>"$err" || fail import
grep '^sql ' "$err" >"$folder/lines"
says "$folder/lines" 'schema/0001-roll.sql'
says "$folder/lines" 'stmt/member_add.sql'
says "$folder/lines" 'BEGIN IMMEDIATE'
rows 0 COMMIT
# Nothing about people: no bound value, be it a name, a code or a day.
says_not "$folder/lines" 'Nguyễn'
sed -n '2,200p' "$sample/members.csv" | cut -d , -f 1 >"$folder/codes"
! grep -F -f "$folder/codes" "$folder/lines" || fail 'a member was told'

traced report ratio --as-of 2022-04-30 --format csv
rows "$(($(grep -c . "$folder/plain") - 1))" report/ratio.sql
rows 0 stmt/scope_listed.sql
traced report idle --as-of 2022-04-30 --format csv
rows "$(($(grep -c . "$folder/plain") - 1))" report/idle.sql
traced list units
rows "$(($(grep -c . "$folder/plain") - 1))" list/units.sql

# No trace with any other value, or without one.
for value in '' SQL sql2 1; do
	MEMBERSTAT_TRACE=$value "$memberstat" report summary --as-of 2022-04-30 >"$out" 2>"$err" || fail "MEMBERSTAT_TRACE=$value"
	silent "$err"
done
