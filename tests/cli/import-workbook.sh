#!/bin/sh
# An Excel workbook is read as it is: each sheet a file of its own, its cells what they are there.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"
# shellcheck source=tests/workbooks.sh
. "${ROOT:-.}/tests/workbooks.sh"
cd "$folder"
books=$root/tests/workbooks

fresh() {
	rm -f "$MEMBERSTAT_DB" "$MEMBERSTAT_DB"-*
}

# --- workbooks of three programs give the figures of the same roll as CSV --------------------------------

# everything FOLDER: all that is stored and counted, as files.
everything() {
	mkdir -p "$1"
	for kind in units population plans members; do
		run 0 list "$kind"
		cp "$out" "$1/$kind.csv"
	done
	for report in summary ratio progress movement probation idle forecast; do
		run 0 report "$report" --as-of 2025-12-31 --format csv
		cp "$out" "$1/$report.csv"
	done
	run 0 report structure --by age --as-of 2025-12-31 --format json
	cp "$out" "$1/structure.json"
}

run 0 import "$books/members.csv" "$books/units.csv" "$books/plans.csv" "$books/population.csv"
everything csv
cp "$root/data/xa-mau.xlsx" libreoffice.xlsx
cp "$books/openpyxl.xlsx" "$books/libxlsxwriter.xlsx" .
for program in libreoffice openpyxl libxlsxwriter; do
	fresh
	run 0 import "$program.xlsx"
	everything "$program"
	for file in csv/*; do same "$file" "$program/$(basename "$file")"; done
	run 0 import "$program.xlsx"
	says "$err" "unchanged 65 + rejected 0"
done

# --- sheets are told by name, and imported in their order -------------------------------------------------

fresh
run 0 import libreoffice.xlsx
cat >wanted <<END
libreoffice.xlsx[Bìa]: no row of known column headings, the sheet is passed over
libreoffice.xlsx[Cũ]: a hidden sheet, passed over (--sheet NAME imports it)
libreoffice.xlsx[Đơn vị]: units: read 5 = added 5 + updated 0 + unchanged 0 + rejected 0 + skipped 0; stored
libreoffice.xlsx[Dân số]: population: read 2 = added 2 + updated 0 + unchanged 0 + rejected 0 + skipped 0; stored
libreoffice.xlsx[Kế hoạch]: plans: read 2 = added 2 + updated 0 + unchanged 0 + rejected 0 + skipped 0; stored
libreoffice.xlsx[Đảng viên]: members: read 66 = added 65 + updated 0 + unchanged 0 + rejected 0 + skipped 1; stored
created the database: $MEMBERSTAT_DB
END
same "$err" wanted
run 0 log
says "$out" ',libreoffice.xlsx[Đơn vị],units,'
says "$out" ',libreoffice.xlsx[Đảng viên],members,'
# The bytes are the same for all sheets: only the same sheet was imported before.
says_not "$err" 'this very file was imported'
run 0 import --format json libreoffice.xlsx
says "$out" '{"file":"libreoffice.xlsx[Đảng viên]","kind":"members","read":66,'
says "$err" 'libreoffice.xlsx[Dân số]: this very file was imported on'
run 0 --lang vi import libreoffice.xlsx
says "$err" 'libreoffice.xlsx[Cũ]: trang tính ẩn, bỏ qua'

run 0 import --sheet 'Đơn vị' --verbose libreoffice.xlsx
says "$err" 'libreoffice.xlsx[Đơn vị]: kind units, Excel workbook, header on line 1, columns: unit, name, kind, parent'
[ "$(grep -c 'read ' "$err")" = 1 ] || fail 'more than one sheet was read'
run 0 import --sheet 'đơn VỊ' libreoffice.xlsx
run 0 import --sheet Cũ libreoffice.xlsx
says "$err" 'libreoffice.xlsx[Cũ]: units: read 5 ='
run 2 import --sheet 'Đảng vien' libreoffice.xlsx
says "$err" 'unknown sheet "Đảng vien"; did you mean "Đảng viên"?'
run 2 import --sheet x "$books/units.csv"
says "$err" '--sheet goes with an Excel workbook (.xlsx)'
run 3 import --sheet Bìa libreoffice.xlsx
says "$err" 'libreoffice.xlsx[Bìa]:1: no row with known column headings among the first 50 of the sheet'

# One kind of it.
run 0 import population libreoffice.xlsx
says "$err" 'libreoffice.xlsx[Đảng viên]: a sheet of other records, passed over'
says "$err" 'libreoffice.xlsx[Dân số]: population: read 2 ='

# --- whatever its name, and through a pipe --------------------------------------------------------------

cp openpyxl.xlsx 'roll.csv'
run 0 import roll.csv
says "$err" 'roll.csv[members]: members: read 65 = added 0'
# shellcheck disable=SC2002 # a pipe is meant
cat openpyxl.xlsx | "$memberstat" import - >"$out" 2>"$err" || fail 'not read from a pipe'
says "$err" '-[members]: members: read 65 = added 0'
"$memberstat" import - <openpyxl.xlsx >"$out" 2>"$err" || fail 'not read from standard input'
run 0 log
says "$out" ",'-[members],members,"
sum=$(sha256sum openpyxl.xlsx | cut -d ' ' -f 1)
[ "$(tail -n 1 "$out" | cut -d , -f 5)" = "$sum" ] || fail 'another SHA-256 is logged'

# --- what cells are in their columns ------------------------------------------------------------------------

fresh
run 0 import "$books/units.csv"
# numbers and dates: a code has its zeros, a birth may be a year, times are cut off.
sheet roll.xlsx <<'END'
Số lý lịch|Chi bộ|Họ và tên|Ngày sinh|Giới tính|Trình độ|Ngày vào Đảng|Số thẻ
n3:7|n4:1|An|n:1980|Nam|n:12|n1:40299.75|n:87004500
n3:123456|n4:2|f:Bình|n1:29317|nữ|n:10.5|01/05/2010|n:1.2E5
'00011|n4:3|Cúc|02/1981|nữ||n1:40299|

n:12|CB004|  Dũng  |1982|f:Nam||n1:40299

END
run 0 import roll.xlsx
run 0 list members
says_line "$out" '00007,CB001,An,1980,male,,,,12,,87004500,2010-05-01,,2010-05-01,admitted,,'
says_line "$out" '123456,CB002,Bình,1980-04-06,female,,,,10.5,,120000,2010-05-01,,2010-05-01,admitted,,'
says "$out" '00011,CB003,Cúc,1981-02,female,'
says "$out" '12,CB004,Dũng,1982,male,'

# faults TEXT…: the rows are refused, and each of these is said.
faults() {
	sheet roll.xlsx
	run 3 import roll.xlsx
	for fault; do says_line "$err" "roll.xlsx[Sheet]:$fault"; done
	[ "$(grep -c 'roll.xlsx.Sheet.:[0-9]' "$err")" = $# ] || fail 'other faults too'
}

number='the cell is a number, not a date; format the column as a date (dd/mm/yyyy) and save it again'
date='the cell is a date (spreadsheet programs make dates of what looks like 1-2); format the column as text and write it again'
faults "2: admitted_on: $number (got \"40299\")" \
	'3: birth_date: the cell is a number, but no year of birth; format the column as a date (dd/mm/yyyy) and save it again (got "29317")' \
	"4: member: $date (got \"2010-05-01\")" \
	"5: unit: $date (got \"2010-05-01\")" \
	"6: gender: $date (got \"2010-05-01\")" \
	"7: full_name: $date (got \"2010-05-01\")" \
	"13: education: $date (got \"2010-12-12\")" \
	'8: admitted_on: a day that the calendar does not have (got "1900-02-29")' \
	'9: official_on: a formula without its value; open the file in the spreadsheet program, let it calculate, and save it' \
	'10: full_name: an error value of the spreadsheet; correct the formula, or empty the cell (got "#N/A")' \
	'11: member: a code of more than 15 digits that was kept as a number: its last digits are lost; format the column as text and write it again (got "1234567890123456")' \
	'12: member: a code that was kept as a number with decimals; format the column as text and write it again (got "12.5")' <<'END'
member|unit|full_name|birth_date|gender|admitted_on|official_on|education
A|CB001|A|1980|nam|n:40299
B|CB001|B|n:29317|nam|n1:40299
n1:40299|CB001|C|1980|nam|n1:40299
D|n1:40299|D|1980|nam|n1:40299
E|CB001|E|1980|n1:40299|n1:40299
F|CB001|n1:40299|1980|nam|n1:40299
G|CB001|G|1980|nam|n1:60
H|CB001|H|1980|nam|n1:40299|f:
I|CB001|e:#N/A|1980|nam|n1:40299
n:1234567890123456|CB001|J|1980|nam|n1:40299
n:12.5|CB001|K|1980|nam|n1:40299
L|CB001|L|1980|nam|n1:40299||n1:40524
END

# counts and percents: grouping is for text, a percent is shifted.
fresh
run 0 import "$books/units.csv"
sheet population.xlsx <<'END'
Mã đơn vị|Thời điểm|Dân số|Nguồn
n3:911|n1:43556|n5:4541|n1:43556
n3:911|n1:43557|4.542
END
run 0 import population.xlsx
run 0 list population
says_line "$out" '00911,2019-04-01,4541,2019-04-01'
says "$out" '00911,2019-04-02,4542,'
sheet population.xlsx <<'END'
unit|as_of|population
n3:911|n1:43558|n:4.541
n3:911|n1:43559|n2:4
n3:911|n1:43560|n1:40299
END
run 3 import population.xlsx
says_line "$err" 'population.xlsx[Sheet]:2: population: not a whole number (got "4.541")'
says_line "$err" 'population.xlsx[Sheet]:3: population: not a whole number (got "400%")'
says_line "$err" "population.xlsx[Sheet]:4: population: $date (got \"2010-05-01\")"
sheet plans.xlsx <<'END'
plan|unit|from|to|ratio_percent
A|n3:911|n1:44197|n1:46022|n2:7.0000000000000007E-2
B|n3:911|n1:44197|n1:46022|n2:3.8449999999999998E-2
C|n3:911|n1:44197|n1:46022|n:3.85
D|n3:911|n1:44197|n1:46022|3,85 %
END
run 0 import plans.xlsx
run 0 list plans
says "$out" 'A,00911,2021-01-01,2025-12-31,,7,'
says "$out" 'B,00911,2021-01-01,2025-12-31,,3.845,'
says "$out" 'C,00911,2021-01-01,2025-12-31,,3.85,'
says "$out" 'D,00911,2021-01-01,2025-12-31,,3.85,'
