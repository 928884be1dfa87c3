#!/bin/sh
# Imports are undone, one by one, down to the empty database: every state is restored exactly.
set -eu

# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"
cd "$folder"

# import FILE…: imports and remembers the state before.
states=0
import() {
	states=$((states + 1))
	[ $states = 1 ] || tables >before.$states
	run 0 import "$@"
}

# A roll that grows, changes and shrinks in parts; each part has the header.
piece() {
	awk -v keep="$1" 'NR == 1 || NR % 3 == keep' "$sample/members.csv"
}

import "$sample/units.csv"
import "$sample/population.csv"
import "$sample/plans.csv"
for keep in 1 0 2; do
	piece $keep >piece-$keep.csv
	import piece-$keep.csv
done
cmp -s piece-0.csv piece-1.csv && fail "the pieces are the same"

# Changes of every kind of record, and new records beside them.
sed '2,400s/Kinh/Hoa/; 100,200s/,Nông dân,/,Buôn bán,/' piece-1.csv >changed.csv
import changed.csv
sed '5,30s/Chi bộ/CB/' "$sample/units.csv" >units.csv
echo 'MOI-01,Chi bộ Ấp Mới,cell,30037,2022-01-01,,,' >>units.csv
import units.csv
printf 'unit,as_of,population,source\n872,2019-04-01,131800,sửa\n872,2022-01-01,132500,\n' >population.csv
import population.csv
printf 'plan,unit,from,to,target,ratio_percent\nKH41,872,2021-01-01,2025-12-31,600,4\nKH99,872,2026-01-01,2030-12-31,700,4.2\n' >plans.csv
import plans.csv
printf 'member,unit,full_name,admitted_on,religion\n000000ZZ,MOI-01,Trần Thị Thử,2022-02-02,0\n' >one.csv
import one.csv

# Every column of every kind becomes another, and is erased where it can be.
columns=member,unit,full_name,birth_date,gender,ethnicity,religion,occupation,education,theory,card_no
columns=$columns,admitted_on,official_on,joined_on,joined_by,left_on,left_by
cat >all.csv <<-END
	$columns
	ALL,MOI-01,Trần Văn Cả,1990-01-01,male,Kinh,,,,,1,2019-01-01,2020-01-01,2019-01-01,admitted,2021-05-05,moved
	ALL,30037,,,,,Không,Nông dân,Đại học,elementary,,2019-01-01,,2021-05-05,moved,,
END
import all.csv
cat >all.csv <<-END
	$columns
	ALL,30037,Trần Văn Hai,1991,female,Hoa,Phật giáo,Công nhân,Cao đẳng,advanced,2,2018-12-31,2020-01-02,2019-01-01,transferred,2021-05-04,transferred
	ALL,MOI-01,,,,,,,,,,2018-12-31,2020-02-02,2021-05-05,transferred,2022-01-01,died
END
import all.csv
printf '%s\nALL,MOI-01,,,,,,,,,,2018-12-31,,2021-05-05,,,\n' "$columns" >all.csv
import --blank-clears all.csv
printf 'unit,name,kind,parent,opened_on,closed_on\nMOI-01,Chi bộ Mới,base_cell,872,2022-01-02,2030-12-31\n' >units.csv
import --rewrite-history units.csv
printf 'unit,name,kind,parent,opened_on,closed_on\nMOI-01,Chi bộ Mới,base_cell,872,,\n' >units.csv
import --blank-clears units.csv
printf 'unit,name,kind,parent,opened_on,closed_on,since,merged_into\nMOI-01,Chi bộ Mới,base_cell,872,2022-01-02,,,\n' >units.csv
printf 'MOI-01,Chi bộ Mới Hơn,cell,30040,2022-01-02,2024-01-01,2023-01-01,30040-01\n' >>units.csv
import --rewrite-history units.csv
sed 's/2024-01-01,2023-01-01,30040-01/2024-01-02,2023-01-01,30040-02/' units.csv >merged.csv
import --rewrite-history merged.csv
printf 'unit,as_of,population,source\n872,2019-04-01,131801,sửa nữa\n' >population.csv
import population.csv
printf 'plan,unit,from,to,target,ratio_percent,title\nKH99,872,2026-01-01,2030-12-31,701,4.3,Khác\n' >plans.csv
import plans.csv

# An import that changes nothing is logged, and undo passes over it.
run 0 import one.csv
says "$err" 'unchanged 1'
says "$err" 'this very file was imported on'

while [ $states -gt 0 ]; do
	run 0 undo
	tables >now
	# Before the first import there was no database.
	[ $states = 1 ] || cmp -s now before.$states || fail "taking import $states back gives another state"
	states=$((states - 1))
done
for kind in units population plans members; do
	run 0 list $kind
	[ "$(sed 1d "$out" | grep -vc '^KH41,,2021-01-01,2025-12-31,570,3.85,')" = 0 ] || fail "$kind are left"
done
run 1 undo
says "$err" 'there is no import to take back'
[ "$("$memberstat" log | awk -F, 'NR > 1 && $12 == ""' | wc -l)" = 1 ] ||
	fail "all but the import without changes should be marked as undone"

# Import, undo, import gives identical reports.
run 0 import "$sample/units.csv" "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"
for report in summary ratio progress movement; do
	"$memberstat" report $report --as-of 2022-04-30
done 2>/dev/null >reports.1 || true
run 0 undo
run 0 import "$sample/members.csv"
for report in summary ratio progress movement; do
	"$memberstat" report $report --as-of 2022-04-30
done 2>/dev/null >reports.2 || true
[ -s reports.1 ] || fail "there are no reports"
cmp -s reports.1 reports.2 || fail "import, undo, import gives other reports"

# The journal is small: a first load has no line for each row.
lines=$(sqlite3 "$MEMBERSTAT_DB" 'SELECT count(*) FROM journal')
[ "$lines" -lt 100 ] || fail "$lines lines in the journal after first loads"
