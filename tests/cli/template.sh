#!/bin/sh
# An empty sheet to fill in: as csv, and as a workbook that guards codes and dates and offers its words.
# Filled in, it is imported without an option.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"
cd "$folder"

# --- csv ------------------------------------------------------------------------------------------------

for kind in units population plans members; do
	run 0 template "$kind"
	cp "$out" "$kind.csv"
	[ "$(wc -l <"$out")" = 1 ] || fail "$kind: not one line"
	run 0 import --dry-run "$kind.csv"
	says "$err" "$kind.csv: $kind: read 0 ="
	run 0 --lang vi template "$kind" --excel -o excel.csv
	[ "$(head -c 3 excel.csv | od -An -tx1 | tr -d ' ')" = efbbbf ] || fail 'no byte order mark'
	run 0 import --dry-run excel.csv
	says "$err" "excel.csv: $kind: read 0 ="
done
says_line population.csv 'unit,as_of,population,source'
says excel.csv 'Số lý lịch;Mã chi bộ;Họ và tên;'
[ ! -e "$MEMBERSTAT_DB" ] || fail 'a template made a database'

run 2 template
says "$err" 'choose one kind: '
run 2 template members units
run 2 template people
says "$err" 'unknown kind of records "people"; it is one of: units, population, plans'
for name in members.html members.json; do
	run 2 template members -o "$name"
	[ ! -e "$name" ] || fail "$name was made"
done
run 2 template members --format table

# --- xlsx ------------------------------------------------------------------------------------------------

grep -aq 'libxlsxwriter\.so' "$memberstat" || {
	echo 'built without .xlsx'
	exit 77
}

# part NAME PART: a part of the workbook, an element a line.
part() {
	unzip -p "$1" "$2" | sed 's/></>\n</g'
}

# cell TEXT: as the workbook names it among its shared texts.
run 0 import "$root/tests/workbooks/units.csv"
for lang in vi en; do
	for kind in units population plans members; do
		run 0 --lang $lang template "$kind" -o "$kind-$lang.xlsx"
		run 0 import --dry-run "$kind-$lang.xlsx"
		says "$err" ": $kind: "
		says "$err" 'read 0 = added 0'
		says_not "$err" 'warning'
	done
done
part members-vi.xlsx xl/workbook.xml >text
says text '<sheet name="Đảng viên"'
says text '<sheet name="Danh mục"'
part members-vi.xlsx xl/sharedStrings.xml >text
for text in 'Số lý lịch *' 'Họ và tên' 'Ngày vào Đảng *' Nam Nữ 'Chuyển nội bộ' CB001 'Chi bộ Ấp 1'; do
	says_line text "<t>$text</t>"
done
part members-en.xlsx xl/sharedStrings.xml >text
for text in 'Member *' 'Full name' Male Female CB001; do says_line text "<t>$text</t>"; done
part members-vi.xlsx xl/comments1.xml >text
[ "$(grep -c '<comment ' text)" = "$(tr , '\n' <members.csv | wc -l)" ] || fail 'not a comment for each column'
says text 'Ngày/tháng/năm, như 03/02/1980.'
says text 'Chọn trong danh sách: Nam, Nữ.'
part members-vi.xlsx xl/styles.xml >text
says text 'formatCode="dd/mm/yyyy"'
part members-vi.xlsx xl/worksheets/sheet1.xml >text
# The units, four lists of words, and four days, none before the Party was founded.
[ "$(grep -c '<dataValidation type="list"' text)" = 5 ] || fail 'not five lists'
[ "$(grep -c '<dataValidation type="date"' text)" = 4 ] || fail 'not four days'
says text "<formula1>10992</formula1>"
part population-vi.xlsx xl/worksheets/sheet1.xml >text
says text '<dataValidation type="whole" operator="greaterThanOrEqual"'
# The same form has the same bytes, but for the day.
run 0 --lang vi template members -o again.xlsx
same again.xlsx members-vi.xlsx

# --- filled in ---------------------------------------------------------------------------------------------

# fill FILE ROWS: puts rows into the sheet, as a spreadsheet program would save them.
fill() {
	rm -rf filled
	mkdir filled
	(cd filled && unzip -q "../$1")
	sed "s|</sheetData>|$2</sheetData>|" filled/xl/worksheets/sheet1.xml >sheet
	mv sheet filled/xl/worksheets/sheet1.xml
	rm -f "$1"
	(cd filled && zip -q -r -X "../$1" .)
}
text() {
	printf '<c r="%s" s="1" t="inlineStr"><is><t>%s</t></is></c>' "$1" "$2"
}
fill members-vi.xlsx "<row r=\"2\">$(text A2 000123)$(text B2 CB002)$(text C2 'Lê Thị Sáu')$(text D2 1980)$(
	text E2 Nữ)$(text I2 12/12)<c r=\"L2\" s=\"2\"><v>40299</v></c>$(text O2 'Kết nạp')</row>"
run 0 import members-vi.xlsx
says "$err" 'members-vi.xlsx[Danh mục]: no row of known column headings'
says "$err" 'members-vi.xlsx[Đảng viên]: members: read 1 = added 1'
run 0 list members
says "$out" '000123,CB002,Lê Thị Sáu,1980,female,,,,12/12,,,2010-05-01,,2010-05-01,admitted,,'
fill population-en.xlsx "<row r=\"2\">$(text A2 00911)<c r=\"B2\" s=\"2\"><v>43556</v></c><c r=\"C2\"><v>4541</v></c></row>"
run 0 import population-en.xlsx
run 0 list population
says_line "$out" '00911,2019-04-01,4541,'

# --- the units that a sheet of members names -----------------------------------------------------------------

export MEMBERSTAT_DB="$folder/none.db"
run 3 import "$root/tests/workbooks/members.csv"
says "$err" "members.csv: units that are not known: CB001, CB002, CB003, CB004"
says "$err" "members.csv: a sheet of them, to fill in and import: memberstat template units --for '$root/tests/workbooks/members.csv' -o units.xlsx"
run 0 template units --for "$root/tests/workbooks/members.csv"
cat >wanted <<'END'
unit,name,kind,parent,opened_on,closed_on,since,merged_into
CB001,,,,,,,
CB002,,,,,,,
CB003,,,,,,,
CB004,,,,,,,
END
same "$out" wanted
[ ! -e "$MEMBERSTAT_DB" ] || fail 'a template made a database'
# Of a workbook that has its units too none is unknown; what has a blank in it is a name.
run 0 template units --for "$root/data/xa-mau.xlsx"
[ "$(wc -l <"$out")" = 1 ] || fail 'known units are in the template'
printf 'member,unit,admitted_on\nA,Chi bộ Ấp 1,2020-01-01\nB,CB1,x\nC,Chi bộ Ấp 1,2020-01-01\n' >few.csv
run 0 template units --for few.csv -o few.xlsx
part few.xlsx xl/sharedStrings.xml >text
says_line text '<t>Chi bộ Ấp 1</t>'
run 3 import few.xlsx
says "$err" 'few.xlsx[Units]:2: unit: a required value is missing'
says "$err" 'few.xlsx[Units]:3: name: a required value is missing'
run 2 template members --for few.csv
says "$err" '--for goes with template units only'
run 1 template units --for missing.csv -o new.xlsx
[ ! -e new.xlsx ] || fail 'a template of a missing file'
awk 'BEGIN { print "member,unit,admitted_on"; for (i = 0; i < 30; i++) print "M" i ",U" i ",2020-01-01" }' >many.csv
run 3 import many.csv
says "$err" ', U19, … and 10 more'
run 3 --lang vi import many.csv
says "$err" "many.csv: các đơn vị chưa có trong cơ sở dữ liệu: U0, U1, "
