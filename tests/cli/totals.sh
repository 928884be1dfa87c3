#!/bin/sh
# The kept totals equal plain counting, whatever happens to the roll: first loads, random updates
# with rejected rows, changes of the tree, and undoing all of it step by step.
set -eu

. "${ROOT:-.}/tests/lib.sh"
# shellcheck source=tests/plain.sh
. "$root/tests/plain.sh"
cd "$folder"

dates='2019-06-30 2020-12-31 2021-01-01 2021-08-15 2022-02-28'

# right NAME: check finds no wrong totals, on any day.
right() {
	"$memberstat" check --as-of 2022-02-28 >"$out" 2>"$err" || [ $? = 5 ] || fail "$1: check"
	says_not "$out" wrong_totals
}

# plain NAME: every report equals plain counting of what the database has now.
plain() {
	rm -rf now
	mkdir now
	for kind in units population plans members; do
		"$memberstat" list $kind --format csv >now/$kind.csv
	done
	agrees "$1" now "$scopes" "$dates"
}

# changes KIND FILE: imports the file, of which rows may be rejected; the totals are right
# afterwards.
changes() {
	status=0
	"$memberstat" import "$1" --on-error=skip --rewrite-history "$2" >"$out" 2>"$err" || status=$?
	[ $status = 0 ] || [ $status = 3 ] || fail "import $2: status $status"
	grep -q 'added [1-9]\|updated [1-9]' "$err" || fail "import $2 changed nothing"
	right "after $2"
}

# Districts below districts, one that is not directly below a district, and one with members of its
# own.
mkdir wild
cat >wild/units.csv <<-END
	unit,name,kind,parent,opened_on,closed_on
	D,Tỉnh,district,,,
	P1,Huyện,district,D,,
	P2,Huyện,district,D,2020-01-01,
	Q1,Khu,district,P1,,2022-01-31
	Q2,Khu,district,P1,,
	R1,Vùng,district,Q2,,
	X1,Xã,commune,P1,,
	X2,Xã,commune,Q1,,2021-12-31
	X3,Xã,commune,P2,2020-02-29,
	C1,Cơ quan,committee,R1,,
	S1,Bộ phận,section,C1,,
	V1,Vùng,district,S1,,
	B1,Chi bộ cơ sở,base_cell,D,,
	X11,Chi bộ,cell,X1,,
	X12,Chi bộ,cell,X1,,2021-01-01
	X21,Chi bộ,cell,X2,,
	X31,Chi bộ,cell,X3,2021-06-15,
	C11,Chi bộ,cell,C1,,
	S11,Chi bộ,cell,S1,,
	V11,Chi bộ,cell,V1,,
END
printf 'plan,unit,from,to,target,ratio_percent\nKH41,D,2021-01-01,2025-12-31,200,3.85\n' >wild/plans.csv
printf 'unit,as_of,population\nX1,2020-01-01,500\nX2,2020-06-01,600\nX3,2021-03-01,700\nP2,2021-09-01,701\n' \
	>wild/population.csv
scopes='D P1 P2 Q2 R1 S1 V1 X1 X11'

run 0 import wild/units.csv wild/plans.csv wild/population.csv
right 'units alone'
wild_people wild 150 1
changes members wild/members.csv
plain 'first load'

# Different stays of the same people, and new people: rows that overlap stored ones are rejected.
for seed in 2 3 4; do
	wild_people wild $((100 * seed)) $seed
	changes members wild/members.csv
done
plain 'updates'

# Changing facts about people does not change the totals.
sed 's/,female,/,male,/' now/members.csv >facts.csv
sqlite3 roll.db 'SELECT * FROM total_year' >before
changes members facts.csv
sqlite3 roll.db 'SELECT * FROM total_year' >after
same before after

# All members leave, in the middle of a month; some become official.
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
	NR > 1 && NR % 3 && $at["left_on"] == "" && $at["joined_on"] < "2021-08-14" {
		$at["left_on"] = "2021-08-14"
		$at["left_by"] = NR % 2 ? "moved" : "died"
	}
	NR > 1 && $at["official_on"] == "" && $at["admitted_on"] < "2020-12-30" { $at["official_on"] = "2020-12-31" }
	{ print }' OFS=, now/members.csv >leave.csv
changes members leave.csv
plain 'leaving'

# Units get different parents, kinds and days.
cat >moved.csv <<-END
	unit,name,kind,parent,opened_on,closed_on
	X1,Xã,commune,P2,,
	Q2,Khu,district,D,,
	C1,Cơ quan,district,R1,,
	Q1,Khu,committee,P1,,2021-03-01
	N1,Huyện mới,district,D,2021-05-05,
	X3,Xã,commune,N1,2020-02-29,
END
changes units moved.csv
plain 'another tree'
printf 'unit,name,kind,parent,opened_on\nN11,Chi bộ,cell,N1,2021-06-06\nX31,Đổi tên,cell,X3,2021-06-15\n' >more.csv
changes units more.csv
printf 'unit,as_of,population\nX1,2020-01-01,555\nX2,2022-01-15,666\nQ2,2021-12-31,77\n' >population.csv
changes population population.csv
printf 'unit,name,kind,parent,opened_on,closed_on\nX3,Xã,commune,N1,2020-03-31,2022-02-01\n' >days.csv
changes units days.csv
wild_people wild 60 5
changes members wild/members.csv
plain 'after the tree'

# All of it is undone, step by step.
steps=$("$memberstat" log | awk -F, 'NR > 1 && $7 + $8 > 0' | wc -l)
while [ "$steps" -gt 0 ]; do
	run 0 undo
	steps=$((steps - 1))
	[ "$steps" -lt 1 ] || right "undo, $steps imports left"
	[ "$steps" != 7 ] || plain 'undone'
done
[ "$(sqlite3 roll.db 'SELECT count(*) FROM total_year')" = 0 ] || fail 'totals are left of nothing'

# A roll from a version without totals: the first command that writes makes them.
run 0 import wild/units.csv wild/plans.csv wild/population.csv wild/members.csv
plain 'kept'
older_roll 2
run 1 report summary
says "$err" 'made by an older memberstat; bring it up to date once: memberstat recount'
run 0 recount
right 'up to date'
older_roll 3
# A file that is refused changes nothing but that.
printf 'member,unit,admitted_on\nnew,NONE,2021-01-01\n' >one.csv
run 3 import one.csv
[ "$(sqlite3 roll.db 'SELECT count(*) > 0 FROM total_year')" = 1 ] || fail 'nothing is kept after the migration'
plain 'migrated by an import that failed'
printf 'member,unit,admitted_on\nnew,X11,2021-01-01\n' >one.csv
changes members one.csv
plain 'kept again'

# Without totals everything is counted by the reports.
sqlite3 roll.db 'DELETE FROM total_year; DELETE FROM total_unit; DELETE FROM total_population'
plain 'counted'
run 0 recount

# A wrong total gives no figure: reports and imports that need it fail and say what to do, check finds it,
# others go on.
printf 'member,unit,admitted_on\nnewer,R1,2020-01-01\n' >one.csv
run 0 import one.csv
sqlite3 roll.db "UPDATE total_year SET admitted = admitted + 1
	WHERE unit = (SELECT id FROM unit WHERE code = 'Q2') AND year = 2020"
damaged="the kept totals are damaged, so no figure is given; run memberstat check to see of which units, \
and memberstat recount to count them anew"
for report in summary movement trend; do
	run 1 report $report --unit Q2 --as-of 2020-12-31 --format csv
	says_line "$err" "memberstat: $folder/roll.db: $damaged"
done
run 1 --lang vi report ratio --unit Q2 --as-of 2020-12-31
says "$err" 'số lũy kế giữ sẵn đã hỏng nên không đưa ra số liệu nào; hãy chạy memberstat check'
run 1 report all --as-of 2020-12-31 --unit Q2 -o page.html
[ ! -e page.html ] || fail 'a page without its figures'
run 1 export --month 2020-12 --dir months --unit Q2
[ ! -e months/2020-12 ] || fail 'a month without its figures'
run 0 report summary --unit P2 --as-of 2020-12-31
run 0 report probation --unit Q2 --as-of 2020-12-31
run 0 list members
run 5 check --as-of 2022-02-28
grep -q '^wrong_totals,error,Q2,,' "$out" || fail 'a wrong total is not found'
cp roll.db before.db
printf 'member,unit,admitted_on\nnewest,R1,2020-01-01\n' >one.csv
run 1 import one.csv
says "$err" "$damaged"
run 1 undo
says "$err" "$damaged"
same roll.db before.db
run 0 recount
run 0 report summary --unit Q2 --as-of 2020-12-31
run 0 import one.csv
right 'an import after a recount'

# So does one that is missing, and a population.
sqlite3 roll.db 'DELETE FROM total_year WHERE year = 2021'
run 1 report summary --as-of 2022-02-28
says "$err" "$damaged"
run 5 check --as-of 2022-02-28
sqlite3 roll.db 'UPDATE total_population SET population = population + 1'
run 1 report ratio --as-of 2022-02-28
says "$err" "$damaged"
run 5 check --as-of 2022-02-28
run 0 recount
silent "$out"
right 'recounted'
plain 'recounted'
run 2 recount all
