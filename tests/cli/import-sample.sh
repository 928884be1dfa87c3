#!/bin/sh
# The sample is imported whole, a second time without changes, and gives the published figures.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"

columns=as_of,unit,name,grassroots,communes,committees,base_cells,cells,members,official,probationary
columns=$columns,population,population_as_of,ratio_percent,plan,plan_from,plan_to,target,admitted
columns=$columns,progress_percent,remaining,ratio_target_percent,members_at_target,net_needed,superiors
figures=2022-04-30,872,Đảng\ bộ\ huyện\ Tháp\ Mười,38,13,15,10,226,4541,4438,103,131791,2019-04-01,3.45
figures=$figures,KH41,2021-01-01,2025-12-31,570,126,22.11,444,3.85,5074,533,1

# accounts FILE KIND READ ADDED UPDATED UNCHANGED REJECTED SKIPPED WHAT
accounts() {
	says_line "$err" "$1: $2: read $3 = added $4 + updated $5 + unchanged $6 + rejected $7 + skipped $8; $9"
}

shows_the_published_case() {
	run 0 report summary --as-of 2022-04-30 --format csv
	printf '%s\n%s\n' "$columns" "$figures" | cmp - "$out" >&2 || fail 'summary'
}

unchanged_database() {
	[ "$(sha256sum <"$MEMBERSTAT_DB")" = "$sum" ] || fail "the database changed: $*"
	[ ! -e "$MEMBERSTAT_DB-journal" ] || fail "a journal is left: $*"
}

# --- before there is a database ----------------------------------------------------------------------

for words in 'report summary' 'list members' log; do
	# shellcheck disable=SC2086 # words
	run 1 $words
	silent "$out"
	says "$err" "$MEMBERSTAT_DB: there is no database yet; import something first"
	[ ! -e "$MEMBERSTAT_DB" ] || fail "$words made a database"
done

printf 'member,unit,admitted_on\nA,nowhere,2020-01-01\n' >"$folder/bad.csv"
run 3 import "$folder/bad.csv"
[ ! -e "$MEMBERSTAT_DB" ] || fail 'a rejected first import left a database'
run 0 import --dry-run "$sample/units.csv"
accounts "$sample/units.csv" units 267 267 0 0 0 0 'dry run, nothing stored'
[ ! -e "$MEMBERSTAT_DB" ] || fail 'a dry run left a database'
# In a dry run of several files, each finds what those before it would have stored.
run 0 import --dry-run "$sample/members.csv" "$sample/plans.csv" "$sample/population.csv" "$sample/units.csv"
accounts "$sample/units.csv" units 267 267 0 0 0 0 'dry run, nothing stored'
accounts "$sample/plans.csv" plans 44 43 1 0 0 0 'dry run, nothing stored'
accounts "$sample/members.csv" members 5190 5190 0 0 0 0 'dry run, nothing stored'
run 3 import --dry-run --on-error=skip "$folder/bad.csv" "$sample/units.csv"
accounts "$folder/bad.csv" members 1 0 0 0 1 0 'dry run, nothing stored'
[ ! -e "$MEMBERSTAT_DB" ] || fail 'a dry run left a database'

# --- all files, in any order -------------------------------------------------------------------------

umask 0
run 0 import "$sample/members.csv" "$sample/plans.csv" "$sample/population.csv" "$sample/units.csv"
silent "$out"
accounts "$sample/units.csv" units 267 267 0 0 0 0 stored
accounts "$sample/population.csv" population 14 14 0 0 0 0 stored
accounts "$sample/plans.csv" plans 44 43 1 0 0 0 stored
accounts "$sample/members.csv" members 5190 5190 0 0 0 0 stored
sed -n 's/^.*: \([a-z]*\): read .*/\1/p' "$err" | tr '\n' ' ' >"$folder/order"
[ "$(cat "$folder/order")" = 'units population plans members ' ] || fail 'order of the files'
umask 022
[ "$(stat -c %a "$MEMBERSTAT_DB")" = 600 ] || fail 'mode of the database'
shows_the_published_case

run 0 import "$sample/units.csv" "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"
accounts "$sample/units.csv" units 267 0 0 267 0 0 stored
accounts "$sample/population.csv" population 14 0 0 14 0 0 stored
accounts "$sample/plans.csv" plans 44 0 0 44 0 0 stored
accounts "$sample/members.csv" members 5190 0 0 5190 0 0 stored

# --- what list writes, import reads back -------------------------------------------------------------

for kind in units population plans members; do
	run 0 list $kind
	same "$out" "$sample/$kind.csv"
	rows=$(($(wc -l <"$sample/$kind.csv") - 1))
	cp "$out" "$folder/listed"
	run 0 import $kind - <"$folder/listed"
	accounts - $kind "$rows" 0 0 "$rows" 0 0 stored
	run 0 list $kind --excel
	cp "$out" "$folder/listed"
	run 0 import - <"$folder/listed"
	accounts - $kind "$rows" 0 0 "$rows" 0 0 stored
	"$memberstat" list $kind --format tsv | "$memberstat" import - 2>"$err" || fail "pipe of $kind"
	accounts - $kind "$rows" 0 0 "$rows" 0 0 stored
done
shows_the_published_case

run 0 import --format json "$sample/population.csv"
printf '%s\n' "{\"file\":\"$sample/population.csv\",\"kind\":\"population\",\"read\":14,\"added\":0,\
\"updated\":0,\"unchanged\":14,\"rejected\":0,\"skipped\":0,\"stored\":true,\"errors\":[]}" |
	cmp - "$out" >&2 || fail 'accounting in JSON'

# --- what stores nothing leaves the file as it was ---------------------------------------------------

sum=$(sha256sum <"$MEMBERSTAT_DB")
run 3 import "$folder/bad.csv"
accounts "$folder/bad.csv" members 1 0 0 0 1 0 'nothing stored'
unchanged_database 'rejected import'
# 4831 people are Kinh by their latest rows. The earlier rows of those who moved change nothing.
sed 's/Kinh/Khmer/' "$sample/members.csv" >"$folder/changed.csv"
run 0 import --dry-run "$folder/changed.csv"
accounts "$folder/changed.csv" members 5190 0 4831 359 0 0 'dry run, nothing stored'
unchanged_database 'dry run'
run 0 import --dry-run "$folder/changed.csv" "$sample/members.csv" "$sample/population.csv"
accounts "$sample/members.csv" members 5190 0 4831 359 0 0 'dry run, nothing stored'
unchanged_database 'dry run of several files'
# One bad row at the end, after thousands of good ones.
printf 'X,872B09,,1990,,,,,,,,2031-02-30,,,,,\n' >>"$folder/changed.csv"
run 3 import "$folder/changed.csv"
accounts "$folder/changed.csv" members 5191 0 4831 359 1 0 'nothing stored'
says "$err" "$folder/changed.csv:5192: admitted_on: "
unchanged_database 'rejected import of many rows'
run 1 import "$folder/missing.csv"
run 1 import "$folder"
run 2 import --frobnicate "$folder/bad.csv"
for report in summary ratio progress movement; do
	run 0 report $report --as-of 2022-04-30
done
unchanged_database 'reports'

# The first file that fails ends the run; what came before it is stored.
printf 'unit,name,kind,parent\n872-Z,Chi bộ Z,cell,872\n' >"$folder/more.csv"
run 3 import "$folder/bad.csv" "$folder/more.csv"
accounts "$folder/more.csv" units 1 1 0 0 0 0 stored
accounts "$folder/bad.csv" members 1 0 0 0 1 0 'nothing stored'
printf 'nothing known here\n' >"$folder/unknown.csv"
sum=$(sha256sum <"$MEMBERSTAT_DB")
run 3 import "$folder/more.csv" "$folder/unknown.csv"
says "$err" "$folder/unknown.csv:1: no line with known column headings"
says_not "$err" more.csv
unchanged_database 'a file without a table'

# --- the default place -------------------------------------------------------------------------------

unset MEMBERSTAT_DB
export HOME="$folder/home"
mkdir -m 755 "$HOME"
umask 0
(
	unset XDG_DATA_HOME
	run 0 import "$sample/units.csv"
)
umask 022
for made in .local .local/share .local/share/memberstat; do
	[ "$(stat -c %a "$HOME/$made")" = 700 ] || fail "mode of $made"
done
[ "$(stat -c %a "$HOME/.local/share/memberstat/memberstat.db")" = 600 ] || fail 'mode'
XDG_DATA_HOME=$folder/data
export XDG_DATA_HOME
run 0 import "$sample/units.csv"
[ "$(stat -c %a "$folder/data/memberstat")" = 700 ] || fail 'mode of XDG_DATA_HOME/memberstat'
[ "$(stat -c %a "$folder/data/memberstat/memberstat.db")" = 600 ] || fail 'mode'

# --- a roll without units ----------------------------------------------------------------------------

# While there is no root the built-in plan has no unit. Importing it like this changes nothing.
export MEMBERSTAT_DB="$folder/empty.db"
printf 'unit,name,kind,parent\n' >"$folder/header.csv"
run 0 import "$folder/header.csv"
accounts "$folder/header.csv" units 0 0 0 0 0 0 stored
run 0 list plans
printf '%s\n%s\n' plan,unit,from,to,target,ratio_percent,title \
	'KH41,,2021-01-01,2025-12-31,570,3.85,Kế hoạch 41 về phát triển đảng viên giai đoạn 2021-2025' |
	cmp - "$out" >&2 || fail 'plans of an empty roll'
cp "$out" "$folder/listed"
run 0 import - <"$folder/listed"
accounts - plans 1 0 0 1 0 0 stored
for kind in units population members; do
	run 0 list $kind
	[ "$(wc -l <"$out")" = 1 ] || fail "$kind of an empty roll"
	cp "$out" "$folder/listed"
	run 0 import - <"$folder/listed"
	accounts - $kind 0 0 0 0 0 0 stored
done
