#!/bin/sh
# The reports of a month as files: all or none, the same bytes for the same data, and a manifest
# that lists them.
set -eu

. "${ROOT:-.}/tests/lib.sh"
cd "$folder"

load_sample() {
	run 0 import "$sample/units.csv" "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"
}

# export_april STATUS ARGUMENTS…: into the folder months.
export_april() {
	wanted=$1
	shift
	run "$wanted" export --month 2022-04 --dir months "$@"
	silent "$out"
	[ "$wanted" != 0 ] || silent "$err"
}

# names FOLDER: the names of its files, on one line.
names() {
	(cd "$1" && find . -mindepth 1 -maxdepth 1 | cut -c 3- | LC_ALL=C sort | tr '\n' ' ')
}

# manifest EXPRESSIONS: their values, in SQL over `april`, the manifest of April.
manifest() {
	sqlite3 :memory: "SELECT $1 FROM (SELECT readfile('months/2022-04/manifest.json') AS april)"
}

# verify FOLDER: the manifest has every file with its hash, and nothing else.
verify() {
	sqlite3 :memory: "SELECT value->>'sha256' || '  ' || (value->>'file')
		FROM json_each(readfile('$1/manifest.json'), '\$.files')" >sums
	(cd "$1" && sha256sum --quiet -c) <sums >"$out" 2>&1 || fail "$1: a hash is wrong"
	cut -c 67- sums | LC_ALL=C sort >listed
	names "$1" | tr ' ' '\n' | grep -vx manifest.json >found
	same listed found
}

load_sample

# --- the files --------------------------------------------------------------------------------------

fields='age education ethnicity gender kind occupation party_age religion status theory'
structures=
for field in $fields; do structures="$structures structure-$field"; done

export_april 0
wanted='forecast.csv idle.csv manifest.json movement-year.csv movement.csv probation.csv progress.csv ratio.csv '
for name in $structures; do wanted="$wanted$name.csv "; done
[ "$(names months/2022-04)" = "${wanted}summary.csv trend.csv " ] || fail "files: $(names months/2022-04)"
[ "$(names months)" = '2022-04 ' ] || fail "beside the month: $(names months)"
[ -z "$(find months -type f ! -perm 600)" ] || fail 'a file that others can read'
[ -z "$(find months -type d ! -perm 700)" ] || fail 'a folder that others can enter'

# equals FILE ARGUMENTS…: the file is what this report prints.
equals() {
	file=$1
	shift
	run 0 report "$@" --format csv
	same "months/2022-04/$file.csv" "$out"
}
equals summary summary --as-of 2022-04-30
equals ratio ratio --as-of 2022-04-30
equals progress progress --as-of 2022-04-30
equals movement movement --from 2022-04-01 --to 2022-04-30
equals movement-year movement --from 2022-01-01 --to 2022-04-30
for field in $fields; do
	equals structure-"$field" structure --by "$field" --as-of 2022-04-30
done
equals trend trend --every month --from 2021-01-01 --to 2022-04-30
equals probation probation --as-of 2022-04-30
equals idle idle --as-of 2022-04-30
equals forecast forecast --as-of 2022-04-30

# --- the manifest -----------------------------------------------------------------------------------

verify months/2022-04
[ "$(manifest "april->>'schema_version', april->>'program', april->>'month', april->>'as_of',
	april->>'unit', april->>'plan', april->>'left_out'")" = '1|memberstat|2022-04|2022-04-30|872|KH41|[]' ] ||
	fail 'what the manifest says of the month'
[ "memberstat $(manifest "april->>'version'")" = "$("$memberstat" --version | sed -n 1p)" ] ||
	fail 'the version in the manifest'
[ "$(manifest "april->>'\$.last_import.id', april->>'\$.last_import.file'")" = '4|members.csv' ] ||
	fail 'the last import'
"$memberstat" log --format csv | sed -n 5p | cut -d, -f 2 >taken_at
[ "$(manifest "april->>'\$.last_import.at'")" = "$(cat taken_at)" ] || fail 'its time'
sqlite3 -separator ' ' :memory: "SELECT (value->>'rows') + 1, value->>'file'
	FROM json_each(readfile('months/2022-04/manifest.json'), '\$.files')" >rows
[ "$(wc -l <rows)" -eq 19 ] || fail 'the manifest does not have the 19 reports'
while read -r lines file; do
	[ "$(wc -l <"months/2022-04/$file")" -eq "$lines" ] || fail "rows of $file"
done <rows

# --- the same data, the same bytes -------------------------------------------------------------------

cp -R months first
inode() {
	ls -di months/2022-04
}
before=$(inode)
export_april 0
[ "$(inode)" = "$before" ] || fail 'a month that is the same was written again'
run 0 --lang vi export --month 04/2022 --dir elsewhere
diff -r first elsewhere >"$out" || fail 'another language, other bytes'
# An import that changes nothing does not change the manifest.
load_sample
export_april 0
[ "$(inode)" = "$before" ] || fail 'an import without changes made another month'

many=csv,html,json,markdown,table,tsv
endings='csv html json md txt tsv'
if "$memberstat" help export | grep -q xlsx; then
	many=$many,xlsx
	endings="$endings xlsx"
fi
run 0 export --month 2022-04 --dir many --format "$many,csv"
for ending in $endings; do
	[ -s "many/2022-04/summary.$ending" ] || fail "no summary.$ending"
	[ -s "many/2022-04/structure-party_age.$ending" ] || fail "no structure-party_age.$ending"
done
verify many/2022-04
for report in summary ratio trend; do
	same "many/2022-04/$report.csv" "months/2022-04/$report.csv"
done
# The time in an archive has steps of two seconds.
sleep 2
run 0 export --month 2022-04 --dir again --format "$many"
diff -r many again >"$out" || fail 'a second later, other bytes'

# --- a month that differs ----------------------------------------------------------------------------

echo >>months/2022-04/ratio.csv
rm months/2022-04/idle.csv
export_april 1
says "$err" 'months/2022-04: exists and differs'
says "$err" '--force'
says "$err" 'Different: idle.csv, ratio.csv'
says_not "$err" 'summary.csv'
[ ! -e months/2022-04/idle.csv ] || fail 'a month was changed without --force'
[ "$(names months)" = '2022-04 ' ] || fail "left behind: $(names months)"
run 1 --lang vi export --month 2022-04 --dir months
says "$err" 'đã có và khác kết quả lần này'
export_april 0 --force
diff -r first months >"$out" || fail 'not replaced'
export_april 0 --force
[ "$(names months)" = '2022-04 ' ] || fail "left behind: $(names months)"

# New data: the figures that change are named, those that do not are not.
{
	head -n 1 "$sample/members.csv"
	awk -F, 'NR == 2 { print }' "$sample/members.csv" | sed 's/^[^,]*/moi-1/'
} >one.csv
run 0 import members one.csv
export_april 1
says "$err" 'manifest.json'
says "$err" 'summary.csv'
says_not "$err" 'forecast.html'
cp "$MEMBERSTAT_DB" second.db
run 0 export --month 2022-04 --dir second
run 0 undo
export_april 0

# Files of a different set of formats, and files that no export writes.
run 1 export --month 2022-04 --dir many
says "$err" 'Different: manifest.json, forecast.html'
run 0 export --month 2022-04 --dir many --force
[ "$(names many/2022-04)" = "$(names months/2022-04)" ] || fail 'files of the older export stayed'
echo mine >months/2022-04/notes.txt
export_april 0
echo >>months/2022-04/ratio.csv
export_april 1 --force
says "$err" 'move them away before replacing it: notes.txt'
[ "$(cat months/2022-04/notes.txt)" = mine ] || fail 'a file that is not ours is gone'
rm months/2022-04/notes.txt
export_april 0 --force

mkdir taken
echo mine >taken/2022-04
run 1 export --month 2022-04 --dir taken --force
says "$err" 'taken/2022-04: exists and is not a folder'
[ "$(cat taken/2022-04)" = mine ] || fail 'a file was replaced by a folder'
[ "$(names taken)" = '2022-04 ' ] || fail "left behind: $(names taken)"

# --- scope and plan ----------------------------------------------------------------------------------

run 0 export --month 2022-04 --dir commune --unit 30040
run 0 report summary --unit 30040 --as-of 2022-04-30
same commune/2022-04/summary.csv "$out"
grep -q '"unit":"30040"' commune/2022-04/manifest.json || fail 'the unit in the manifest'

# Outside the term of the plan: a note in the documents and in the manifest, no message.
run 0 export --month 2020-12 --dir planned --format csv,markdown
silent "$err"
grep -q '"plan_notes":\["The plan KH41 (2021-01-01 – 2025-12-31) has not begun on 2020-12-31."\]' \
	planned/2020-12/manifest.json || fail 'the note in the manifest'
grep -q 'has not begun on 2020-12-31' planned/2020-12/progress.md || fail 'the note in a document'
# Without any plan the reports that need one are left out.
cp "$MEMBERSTAT_DB" planless.db
sqlite3 planless.db 'DELETE FROM plan'
run 0 --db planless.db export --month 2020-12 --dir months
silent "$err"
[ "$(sqlite3 :memory: "SELECT json->>'plan' IS NULL, json->>'left_out'
	FROM (SELECT readfile('months/2020-12/manifest.json') AS json)")" = '1|["progress","forecast"]' ] ||
	fail 'what is left out'
[ ! -e months/2020-12/progress.csv ] || fail 'progress without a plan'
verify months/2020-12
run 0 report trend --from 2020-01-01 --to 2020-12-31
same months/2020-12/trend.csv "$out"
[ -s planned/2020-12/progress.csv ] || fail 'progress before the plan begins'
run 2 export --month 2022-04 --dir months --plan none
says "$err" 'there is no plan "none"'

# The longest code is 128 letters, of three bytes each here.
long=$(printf 'ắ%.0s' $(seq 128))
printf 'unit,name,kind\n%s,Huyện,district\n' "$long" >long-units.csv
printf 'plan,unit,from,to,target\n%s,%s,2021-01-01,2025-12-31,7\n' "$long" "$long" >long-plans.csv
run 0 --db long.db import units long-units.csv
run 0 --db long.db import plans long-plans.csv
run 0 --db long.db export --month 2022-04 --dir long --plan "$long"
[ "$(sqlite3 :memory: "SELECT april->>'unit' = '$long', april->>'plan' = '$long'
	FROM (SELECT readfile('long/2022-04/manifest.json') AS april)")" = '1|1' ] || fail 'a long code was cut'

# --- wrong usage --------------------------------------------------------------------------------------

this_month=$(date +%Y-%m)
run 0 export --month "$this_month" --dir months
# Without a month: the last one that has ended.
run 0 export --dir ended
[ "$(names ended)" = "$(date -d "$this_month-01 -1 day" +%Y-%m) " ] || fail "without a month: $(names ended)"
run 2 export --month 2999-01 --dir none
says "$err" '--month 2999-01: this month has not begun yet'
for month in 2022 2022-13 2022-04-30 22-04 april; do
	run 2 export --month $month --dir none
	says "$err" "--month $month: not a month; write 2022-04"
done
run 2 export --month 2022-04
says "$err" 'name the folder: --dir DIR'
run 2 export --month 2022-04 --dir none more
run 2 export --month 2022-04 --dir none --format csv,pdf
run 2 export --month 2022-04 --dir none --format json --excel
run 2 export --month 2022-04 --dir none --unit none
[ ! -e none ] || fail 'a folder was made for nothing'
run 1 export --month 2022-04 --dir none/deep
says "$err" 'none/deep: cannot write the folder'
run 1 --db missing.db export --month 2022-04 --dir none
[ ! -e missing.db ] || fail 'a database was made'

# --- killed at any moment -----------------------------------------------------------------------------

# Exports of two states alternate. At any moment a reader finds one of them, complete.
rm -r months
export_april 0
rounds=24
! sanitized || rounds=4
i=0
while [ $i -lt $rounds ]; do
	i=$((i + 1))
	database=$MEMBERSTAT_DB
	[ $((i % 2)) = 0 ] || database=second.db
	"$memberstat" --db "$database" export --month 2022-04 --dir months --force &
	pid=$!
	sleep "0.0$((i % 9))$i"
	kill -9 $pid 2>/dev/null || :
	wait $pid 2>/dev/null || :
	diff -r months/2022-04 first/2022-04 >"$out" || diff -r months/2022-04 second/2022-04 >"$out" ||
		fail "round $i: half a month"
done
# The next run that is not killed deletes what the others left.
export_april 0 --force
[ "$(names months)" = '2022-04 ' ] || fail "left behind: $(names months)"
diff -r first months >"$out" || fail 'not the month that was asked for'

# Two at the same time: one waits for the other.
"$memberstat" --db second.db export --month 2022-04 --dir months --force &
pid=$!
export_april 0 --force
wait $pid || fail 'the other run failed'
verify months/2022-04
[ "$(names months)" = '2022-04 ' ] || fail "left behind: $(names months)"
