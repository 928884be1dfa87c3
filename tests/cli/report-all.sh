#!/bin/sh
# report all: the whole set in one document, in the formats that can hold it.
set -eu

. "${ROOT:-.}/tests/lib.sh"
cd "$folder"
run 0 import "$sample/units.csv" "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"

april='--as-of 2022-04-30'

# --- the set, in its order ----------------------------------------------------------------------------

cat >titles <<END
Membership summary
Ratio of members to population
Progress of the admission plan
Movement of the membership
Members by gender
Members by age
Members by ethnicity
Members by religion
Members by occupation
Members by education
Members by political theory
Members by years in the Party
Members by status
Members by kind of unit
Trend
Probationary members
Cells without admissions
Forecast to the end of the plan
END

# shellcheck disable=SC2086 # words
run 0 report all $april --format markdown
silent "$err"
sed -n 's/^## //p' "$out" >found
same titles found
says "$out" '4,541'
says "$out" '3.45 %'
says "$out" 'The target ratio needs 533 more members'

# shellcheck disable=SC2086 # words
run 0 report all $april --format table
grep -Fxf titles "$out" >found
same titles found

# Every part is the report itself, with the periods of the monthly set: the year so far, the plan so
# far.
# shellcheck disable=SC2086 # words
run 0 report all $april --format markdown
cp "$out" all.md
for report in summary ratio progress 'structure --by age' 'structure --by kind' probation idle forecast \
	'movement --from 2022-01-01 --to 2022-04-30' 'trend --from 2021-01-01 --to 2022-04-30'; do
	# shellcheck disable=SC2086 # words
	case $report in
	*--to*) run 0 report $report --format markdown ;;
	*) run 0 report $report $april --format markdown ;;
	esac
	sed -n '1,2p' "$out" | grep -q '^#' || fail "$report has no heading"
	grep '^|' "$out" >rows
	grep -Fxf rows all.md >/dev/null || fail "$report is not in it"
	[ "$(grep -Fxcf rows all.md)" -ge "$(wc -l <rows)" ] || fail "$report is not whole in it"
done

run 0 --lang vi report all --as-of 2022-04-30 --format markdown
says_line "$out" '## Cơ cấu đảng viên theo tuổi đời'
says_line "$out" '## Tăng, giảm đảng viên'

# --- html ---------------------------------------------------------------------------------------------

# shellcheck disable=SC2086 # words
run 0 report all $april -o page.html
silent "$out"
silent "$err"
[ "$(grep -c '<section' page.html)" = 17 ] || fail 'a section for each report below the summary'
grep -o ' id="[^"]*"' page.html | sort >ids
[ -z "$(uniq -d ids)" ] || fail "an id stands twice: $(uniq -d ids)"
grep -o 'href="#[^"]*"' page.html | sed 's/.*#//; s/"//' | while read -r id; do
	grep -q " id=\"$id\"" page.html || fail "no $id to lead to"
done
says page.html '<a href="#structure-party_age">Members by years in the Party</a>'
says page.html '<a href="#movement-year">'
! grep -qi '<script\|https\?://\|<link\|@import\|url(' page.html || fail 'the page needs something else'
grep -c '<svg' page.html >count
grep -c '<desc ' page.html >described
same count described
! grep -q '>NULL<\|(null)' page.html || fail 'a NULL on the page'

# figures FILE: the rows of the folded tables, with blanks between cells.
figures() {
	sed -n '/<details>/,/<\/details>/p' "$1" | sed -n 's/^<tr>//p' |
		sed 's/<span[^>]*>–<\/span>/-/g; s/<[^>]*>/ /g; s/  */ /g; s/^ //; s/ $//'
}
# shellcheck disable=SC2086 # words
run 0 report progress $april --format html
figures "$out" >months
# 570 x 485 / 1826 = 151.4; the plan's end expects its target
says_line months '2022-04 2022-04-30 126 151'
says_line months '2022-05 2022-05-31 - 161'
says_line months '2025-12 2025-12-31 - 570'
[ "$(wc -l <months)" = 60 ] || fail 'a row for each month of the plan'
run 0 report progress --as-of 2022-04-15 --format html
figures "$out" >months
# up to the day asked for: 570 x 470 / 1826 = 146.7
says_line months "2022-04 2022-04-15 $("$memberstat" report summary --as-of 2022-04-15 --format csv |
	sed -n 2p | cut -d, -f 19) 147"
# shellcheck disable=SC2086 # words
run 0 report structure --by age $april --format html
figures "$out" >ages
[ "$(awk '{ men += $(NF - 2); women += $(NF - 1); unknown += $NF } END { print men, women, unknown }' ages)" = \
	'2862 1679 0' ] || fail 'the pyramid is not everybody'
[ "$(sed -n 1p ages)" = '18–30 331 178 0' ] || fail 'the youngest'
run 0 report structure --by age --of admitted --from 2022-01-01 --to 2022-04-30 --format html
figures "$out" >ages
[ "$(awk '{ all += $(NF - 2) + $(NF - 1) + $NF } END { print all }' ages)" = 30 ] ||
	fail 'the pyramid of those admitted'
# A format that does not draw gets no rows of pictures.
# shellcheck disable=SC2086 # words
run 0 report progress $april --format markdown
says_not "$out" 'by month'

# --- one workbook -------------------------------------------------------------------------------------

if "$memberstat" help report | grep -q xlsx; then
	# shellcheck disable=SC2086 # words
	run 0 --lang vi report all $april -o book.xlsx
	unzip -p book.xlsx xl/workbook.xml | grep -o '<sheet name="[^"]*"' | cut -d '"' -f 2 >sheets
	[ "$(wc -l <sheets)" = 20 ] || fail 'a sheet for each report and for each picture with rows'
	[ -z "$(sort sheets | uniq -d)" ] || fail 'two sheets of one name'
	says_line sheets 'Cơ cấu đảng viên theo tuổi đời'
	says_line sheets 'Tháp tuổi'
	! grep -q '(2)' sheets || fail 'names of sheets that do not tell them apart'
fi

# --- the options --------------------------------------------------------------------------------------

run 0 report all --to 2022-06-30 --from 2022-04-01 --unit 30040 --compare last-year --format markdown
says "$out" 'From 2022-04-01 to 2022-06-30'
says "$out" 'Admitted, % of last year'
says_not "$out" 'Đảng bộ huyện'
run 0 report all --as-of 2022-04-30 --every year --depth 0 --format table
says "$out" '2021-12-31'
run 2 report all --by age --format table
says "$err" 'the report all does not take --by'
run 2 report all summary

# Without a plan the other reports are written, and a message names those left out.
run 0 report all --as-of 2020-06-30 --plan KH41 --format markdown
says "$err" 'The plan KH41 (2021-01-01 – 2025-12-31) has not begun on 2020-06-30.'
[ "$(wc -l <"$err")" = 1 ] || fail 'the note on the plan comes once'
sqlite3 "$MEMBERSTAT_DB" 'DELETE FROM plan'
run 0 report all --as-of 2020-06-30 --format markdown
says "$err" 'there is no plan, so these are left out: progress, forecast'
[ "$(grep -c '^## ' "$out")" = 16 ] || fail 'the reports that need no plan'
run 0 --lang vi report all --as-of 2020-06-30 --format markdown
says "$err" 'chưa có kế hoạch nào nên bỏ qua: progress, forecast'

# --- refused ------------------------------------------------------------------------------------------

for format in csv tsv json; do
	run 2 report all --format $format
	silent "$out"
	says "$err" "$format holds one table only"
	says "$err" 'memberstat export --month YYYY-MM --dir DIR'
done
run 2 report all
says "$err" 'csv holds one table only'
run 2 report all -o all.csv
[ ! -e all.csv ] || fail 'a file was made'
run 2 report all --unit none -o none.html
[ ! -e none.html ] || fail 'a file was made'
run 2 report al
says "$err" 'did you mean "all"'

run 0 report
says "$out" 'all         the reports above in one document'
