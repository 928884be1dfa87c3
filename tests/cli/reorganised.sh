#!/bin/sh
# Units that are merged, moved, renamed and renumbered: every figure equals plain counting day by day
# (tests/tree.awk), on the sample with the reform of 1 July 2025 and on rolls at random; what was published for a
# day stays what it was, and undo gives it back.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"
cd "$folder"

# figures: what was published for April 2022, in one text.
figures() {
	for report in summary ratio progress movement probation idle forecast 'trend --every year' \
		'structure --by kind' 'structure --by age' 'structure --of admitted --by gender'; do
		# shellcheck disable=SC2086 # words
		"$memberstat" report $report --as-of 2022-04-30 --format csv
	done
}

# right NAME: check finds the kept totals right.
right() {
	"$memberstat" check --as-of "$2" >"$out" 2>"$err" || [ $? = 5 ] || fail "$1: check"
	says_not "$out" wrong_totals
}

# --- the reform of 1 July 2025 ---------------------------------------------------------------------------

run 0 import "$sample/units.csv" "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"
figures >before
run 0 import "$sample/reform.csv"
figures >after
same before after
right reform 2025-07-01
run 0 report ratio --as-of 2025-07-01
[ "$(grep -c '^1,.*,superior,' "$out")" = 6 ] || fail 'superiors of the province'
grep -q '^0,82,Đảng bộ tỉnh Đồng Tháp,province,4541,131791,2019-04-01,3.45,3.85,' "$out" || fail 'the province'
grep -q '^1,30046,Đảng bộ xã Trường Xuân,superior,510,15946,' "$out" || fail 'Trường Xuân'
run 0 report ratio --as-of 2025-06-30
grep -q '^1,30046,Đảng bộ xã Trường Xuân,commune,289,9534,' "$out" || fail 'Trường Xuân on the eve'
run 0 report ratio --unit 30046 --tree 2025-07-01 --as-of 2022-04-30 --depth 0
grep -q '^0,30046,Đảng bộ xã Trường Xuân,superior,510,15946,2019-04-01,' "$out" || fail 'what it would have had'
run 0 report movement --unit 30046 --tree 2025-07-01 --from 2025-01-01 --to 2025-12-31 --depth 0
grep -q '^0,30046,.*,510,0,0,0,0,0,0,0,0,0,0,0,0,0,510,0,0$' "$out" || fail 'on one tree nothing is reorganised'
run 0 report summary --as-of 2025-07-01 --format json
says "$out" '"unit":"82"'
says "$out" '"superiors":6'
# Whoever leads the tree no more is itself alone.
run 0 report ratio --unit 872 --as-of 2025-07-01
[ "$(sed 1d "$out" | cut -d, -f 1-5)" = '0,872,Đảng bộ huyện Tháp Mười,district,0' ] || fail 'the district that was'
run 0 undo
figures >after
same before after
right undone 2025-07-01

# --- population of what was merged ------------------------------------------------------------------------

rm roll.db
cat >units.csv <<'END'
unit,name,kind,parent,opened_on,closed_on,since,merged_into
D,Huyện,district,,,,,
A,Xã A,commune,D,,,,
B,Xã B,commune,D,,2021-07-01,,A
C,Xã C,commune,D,,,,
K,Chi bộ,cell,B,,2021-09-01,,A
END
printf 'unit,as_of,population\nA,2020-01-01,100\nB,2020-06-01,30\nC,2020-01-01,7\nA,2022-01-01,150\n' >population.csv
run 0 import units.csv population.csv
# is WANTED UNIT DATE [OPTIONS]: population and its date.
is() {
	figure=$1 unit=$2 at=$3
	shift 3
	run 0 report ratio --unit "$unit" --as-of "$at" --depth 0 "$@"
	[ "$(sed 1d "$out" | cut -d, -f 6,7)" = "$figure" ] || fail "$unit on $at $*: wanted $figure"
}
is 100,2020-01-01 A 2021-06-30
is 130,2020-01-01 A 2021-07-01
is 130,2020-01-01 A 2021-12-31 # a cell without a population of its own makes it no other extent
is 150,2022-01-01 A 2022-01-01
is , B 2021-07-01
is 137,2020-01-01 D 2021-06-30
is 137,2020-01-01 D 2021-07-01
is 157,2020-01-01 D 2022-01-01
is 130,2020-01-01 A 2020-12-31 --tree 2021-07-01
is 100,2020-01-01 A 2021-12-31 --tree 2021-01-01
is 100,2020-01-01 A 2022-01-01 --tree 2021-01-01
is , A 2020-05-31 --tree 2021-07-01
# A sum that is not there names what it wants.
printf 'unit,name,kind,parent,since\nE,Xã E,commune,D,2021-08-01\n' >more.csv
run 0 import more.csv
is , D 2021-08-01
run 0 report ratio --as-of 2021-08-01 --format table
says "$out" 'E'
right population 2022-01-01

# --- at random --------------------------------------------------------------------------------------------

# wild SEED: a roll of a quarter: communes and cells that are merged in chains, moved and renamed, a new root or
# another district; people who come, move and go, many on the very days.
wild() {
	awk -v seed="$1" '
		function random(n) {
			seed = seed * 16807 % 2147483647
			return seed % n
		}
		function day(n) { return sprintf("2021-%02d-%02d", 1 + int(n / 28), 1 + n % 28) }
		function row(u, kind, parent, opened, closed, since, merged) {
			printf "%s,%s,%s,%s,%s,%s,%s,%s\n", u, u " " since, kind, parent, opened, closed, since, merged
		}
		BEGIN {
			for (i = 1; i <= 3; i++)
				change[i] = 10 + 12 * i + random(6)
			print "unit,name,kind,parent,opened_on,closed_on,since,merged_into"
			# The root goes into another, goes below it, or stays.
			way = random(3)
			t = change[1 + random(3)]
			row("D", "district", "", "", way == 0 ? day(t) : "", "", way == 0 ? "T" : "")
			if (way == 1)
				row("D", "district", "T", "", "", day(t), "")
			if (way < 2)
				row("T", "province", "", day(t), "", "", "")
			for (i = 1; i <= 4; i++)
				row("X" i, "commune", "D", "", "", "", "")
			# X1 into X2, and that perhaps into X3; X4 perhaps elsewhere.
			row("Y1", "commune", "D", "", day(change[1]), "", "X2")
			row("Y2", "commune", "D", "", day(change[2]), "", random(2) ? "Y3" : "X1")
			row("Y3", "commune", "D", "", day(change[3]), "", "X" 1 + random(4))
			row("Y4", "commune", "D", "", day(change[2]), "", "")
			if (random(2))
				row("X4", way == 1 ? "superior" : "committee", way < 2 && change[3] > t ? "T" : "D", "", "", day(change[3]), "")
			for (i = 1; i <= 14; i++) {
				u = "c" i
				home = i % 2 ? "X" 1 + random(4) : "Y" 1 + random(4)
				what = random(4)
				row(u, "cell", home, "", what == 0 ? day(change[1 + random(3)]) : "", "",
					what == 0 ? "c" (i < 14 ? i + 1 : 1) : "")
				if (what == 1)
					row(u, "cell", "X" 1 + random(4), "", "", day(change[1 + random(3)]), "")
				if (what == 2) {
					row(u, "cell", "X" 1 + random(4), "", "", day(change[1]), "")
					row(u, "base_cell", "D", "", "", day(change[2]), "")
				}
			}
		}' >units.csv
	awk -v seed="$1" '
		function random(n) {
			seed = seed * 48271 % 2147483647
			return seed % n
		}
		function day(n) { return sprintf("2021-%02d-%02d", 1 + int(n / 28), 1 + n % 28) }
		# Often the day of a change, or the one beside it.
		function some(after, d) {
			d = random(3) ? after + random(25) : 10 + 12 * (1 + random(3)) + random(6)
			return d < after ? after : d
		}
		BEGIN {
			split("died expelled removed resigned transferred", how, " ")
			print "member,unit,admitted_on,joined_on,joined_by,left_on,left_by"
			for (m = 1; m <= 60; m++) {
				on = random(3) ? 0 : some(0)
				by = random(2) ? "admitted" : "transferred"
				for (s = 1; s < 5; s++) {
					u = random(20) ? "c" 1 + random(14) : random(2) ? "X1" : "Y2"
					left = some(on)
					last = s == 4 || left > 70 || !random(3)
					printf "m%02d,%s,%s,%s,%s,%s,%s\n", m, u, by == "admitted" ? day(on) : "2020-01-01", day(on), by,
						last ? "" : day(left), last ? "" : random(3) ? "moved" : how[1 + random(5)]
					if (last)
						break
					on = left + (left == on || !random(5))
					by = random(4) ? "moved" : random(2) ? "transferred" : "restored"
				}
			}
		}' >members.csv
}

# counted REPORT FROM TO [TREE]: the report equals plain counting.
counted() {
	options="--to $3 --as-of $3"
	[ "$1" = ratio ] && options="--as-of $3" || options="--from $2 --to $3"
	# shellcheck disable=SC2086 # words
	run 0 report "$1" --depth all $options ${4:+--tree "$4"} --format csv
	cp "$out" got.csv
	awk -v report="$1" -v from="$2" -v to="$3" -v tree="${4:-}" -f "$root/tests/tree.awk" now-units.csv \
		now-members.csv got.csv >"$out" 2>"$err" || fail 'awk'
	silent "$err"
	silent "$out"
}

for seed in 11 202 3003 40004 50505; do
	rm -f roll.db
	wild $seed
	status=0
	"$memberstat" import --on-error=skip units.csv >"$out" 2>"$err" || status=$?
	[ $status = 0 ] || [ $status = 3 ] || fail "units of $seed: $status"
	"$memberstat" import --on-error=skip members.csv >"$out" 2>"$err" || status=$?
	"$memberstat" list units --format csv >now-units.csv
	"$memberstat" list members --format csv >now-members.csv
	[ "$(wc -l <now-units.csv)" -gt 15 ] || fail "$seed: too few units"
	[ "$(wc -l <now-members.csv)" -gt 60 ] || fail "$seed: too few members"
	right "seed $seed" 2021-04-01
	counted movement 2021-01-01 2021-03-28
	counted movement 2021-01-24 2021-02-12
	counted movement 2021-02-10 2021-02-10
	counted movement 2021-01-01 2021-03-28 2021-03-28
	counted movement 2021-01-10 2021-02-28 2021-01-01
	for at in 2021-01-01 2021-01-26 2021-02-09 2021-02-21 2021-03-28; do
		counted ratio '' $at
		counted ratio '' $at 2021-02-10
	done
	# One more change, and back.
	figures_of() { "$memberstat" report movement --depth all --from 2021-01-01 --to 2021-03-28 --format csv; }
	figures_of >before
	printf 'unit,name,kind,parent,opened_on,closed_on,since,merged_into\n%s\n%s\n' 'c3,c3,cell,X2,,,2021-02-03,' \
		'X3,X3,,,,2021-03-10,,X2' >again.csv
	"$memberstat" import --on-error=skip again.csv >"$out" 2>"$err" || :
	right "seed $seed, changed" 2021-04-01
	if figures_of | cmp -s - before; then :; else
		"$memberstat" list units --format csv >now-units.csv
		counted movement 2021-01-01 2021-03-28
		run 0 undo
		figures_of >after
		same before after
		right "seed $seed, undone" 2021-04-01
	fi
done
