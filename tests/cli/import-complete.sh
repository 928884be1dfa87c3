#!/bin/sh
# --complete: the file is the whole list of a unit. Who is in no row of it is told and counted; nobody is
# taken away, and the rows are stored as usual.
set -eu
# shellcheck source=tests/importing.sh
. "${ROOT:-.}/tests/importing.sh"

given member,unit,full_name,admitted_on,joined_on,joined_by,left_on,left_by <<'END'
001,C1,An,2000-01-01,,,,
002,C1,Bình,2000-01-01,,,2010-01-01,transferred
003,C2,Chi,2000-01-01,,,2010-01-01,moved
003,C3,Chi,2000-01-01,2010-01-01,moved,,
004,C2,,2000-01-01,,,,
005,C3,Em,2005-01-01,,,,
006,X1,Phúc,2005-01-01,,,,
END
import 0
cp "$MEMBERSTAT_DB" "$folder/base.db"

# missing LINE MEMBER…: these, in this order, are told as missing at the header, and no more.
missing() {
	line=$1
	shift
	[ "$(sql "j ->> 'missing'")" = $# ] || fail "missing: $(sql "j ->> 'missing'"), not $#"
	for member in "$@"; do found "$line" member missing "$member"; done
	told=$(sqlite3 :memory: "SELECT group_concat(substr(e.value ->> 'message', -5, 3), ' ')
		FROM json_each(readfile('$out'), '\$.errors') e WHERE e.value ->> 'code' = 'missing'")
	[ "$told" = "$*" ] || fail "told: $told, not $*"
}

# Nobody is missing: of the cell, of the commune with its cells, of the root, on days of the past.
given member,unit,admitted_on <<'END'
001,C1,2000-01-01
END
import 0 --complete C1
missing 1
counts 1 0 0 1 0 0 1
says "$err" "$file: C1 on $(date +%F): 1 members, 0 of them missing in the file"
import 3 --complete C1 --as-of 2009-12-31
missing 1 002
import 0 --complete C1 --as-of 2010-01-01
missing 1
import 3 --complete X1
missing 1 004 006
says "$err" "$file:1: member: this member is in no row of the file (got \"004\")"
says "$err" "$file:1: member: Phúc is in no row of the file (got \"006\")"
import 3 --complete 'Đảng bộ xã Mỹ An' --as-of 2009-12-31
missing 1 002 003 004 006
import 3 --complete X1 --as-of 31/12/2004
missing 1 002 003 004
import 3 --complete H
missing 1 003 004 005 006
run 3 --lang vi import --complete X1 --as-of 2009-12-31 "$file"
says "$err" "$file:1: member: Bình không có dòng nào trong tệp (đọc được \"002\")"
says "$err" "$file: X1 ngày 31/12/2009: 5 đảng viên, 4 người không có trong tệp"
# Without the option nothing of it is said.
import 0
[ -z "$(sql "j ->> 'missing'")" ] || fail 'missing without --complete'
says_not "$err" missing

# The rows are stored as usual; the line is the header's; a person of another unit is not missing there.
given <<'END'
Danh sách
Số lý lịch,Chi bộ,Ngày vào Đảng
007,C3,1/1/2020
001,C1,1/1/2000
END
import 3 --complete C3
counts 2 1 0 1 0 0 1
missing 2 003 005
[ "$("$memberstat" list members | wc -l)" = 9 ] || fail 'not stored as usual'
run 0 log
says "$out" ',members,'
run 0 undo
[ "$("$memberstat" list members | wc -l)" = 8 ] || fail 'undo'
# One who leaves in the file is in it, and so is one whose row is rejected, for whatever reason.
given member,unit,admitted_on,left_on,left_by <<'END'
001,C1,2000-01-01,2020-01-01,died
004,C9,31/2/2000,,
006,X1
END
import 3 --on-error=skip --complete X1
missing 1
counts 3 0 1 0 2 0 1
# Nothing is stored for the faults of rows, as ever; who is missing is told beside them.
sed -i '/^001/d' "$file"
import 3 --complete X1
missing 1 001
counts 2 0 0 0 2 0 0
found 2 unit unknown_unit C9
import 3 --dry-run --complete X1
missing 1 001

# Rows that are no records name nobody.
given member,unit,admitted_on <<'END'
001,C1,2000-01-01

006,,
Tổng cộng,004,
END
import 3 --complete X1
missing 1 004 006
counts 3 0 0 1 0 2 1

# Of many all are counted; faults of rows keep their place among the hundred of JSON.
awk 'BEGIN { print "member,unit,admitted_on"; for (i = 100; i < 300; i++) print i ",C1,2000-01-01" }' >"$file"
again 0
{
	echo member,unit,admitted_on
	for i in 1 2 3; do echo "Z$i,C1,31/2/2000"; done
} >"$file"
again 3 --complete C1
[ "$(sql "j ->> 'missing'")" = 201 ] || fail 'not all are counted'
[ "$(sql "json_array_length(j, '\$.errors')")" = 100 ] || fail 'not a hundred findings'
for line in 2 3 4; do found $line admitted_on date 31/2/2000; done
says "$err" "$file: member: 201 members are in no row of the file: 001, 100, 101, 102, 103, 104, 105, 106, 107, 108, …"

# --- what it does not go with --------------------------------------------------------------------------

before=$(sha256sum <"$MEMBERSTAT_DB")
run 2 import --complete NO "$file"
says "$err" '--complete NO: there is no such unit'
run 2 import --complete 'Chi bộ 1' "$file"
says "$err" 'several units have this name'
run 2 import --as-of 2020-01-01 "$file"
says "$err" '--as-of goes with --complete only'
run 2 import --complete C1 --as-of 2020-02-30 "$file"
run 2 import --complete C1 "$file" "$file"
says "$err" '--complete goes with one file'
run 0 list units
cp "$out" "$folder/units.csv"
run 2 import --complete C1 "$folder/units.csv"
says "$err" '--complete goes with lists of members'
[ "$(sha256sum <"$MEMBERSTAT_DB")" = "$before" ] || fail 'the database changed'

# The sample: its own list lacks nobody, and without a row somebody.
rm -f "$MEMBERSTAT_DB"
run 0 import "$sample/units.csv" "$sample/members.csv"
run 0 import --complete 872 --as-of 2022-04-30 "$sample/members.csv"
says "$err" ': 872 on 2022-04-30: 4541 members, 0 of them missing in the file'
