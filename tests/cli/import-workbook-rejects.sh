#!/bin/sh
# Rejected rows of a workbook are CSV that Excel opens and import reads; a second sheet has a file of its own.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"
# shellcheck source=tests/workbooks.sh
. "${ROOT:-.}/tests/workbooks.sh"
cd "$folder"

run 0 import "$root/tests/workbooks/units.csv"

# --- cells as texts that are read as the same ------------------------------------------------------------

sheet roll.xlsx <<'END'
DANH SÁCH ĐẢNG VIÊN

STT|Số lý lịch|Chi bộ|Họ và tên|Ngày sinh|Ngày vào Đảng|Trình độ|Ghi chú
n:1|n3:7|n4:1|Võ "An", Út|n1:29317|n1:40299.5|n:12|n2:0.5
n:2|n3:8|n4:2|=Bình|n:1980|n:40299|'+9|f:
n:3|n3:9|n4:3||n:1981|n1:40299||
n:4||n4:3|Dũng|n:1982|n1:40299|f:|e:#N/A
END
run 3 import --on-error=skip --rejects sai.csv roll.xlsx
bom=$(head -c 3 sai.csv | od -An -tx1 | tr -d ' ')
[ "$bom" = efbbbf ] || fail 'the rejects begin without a byte order mark'
cut -d , -f 1-10 sai.csv | sed "1s/^$(printf '\357\273\277')//" >cells
cat >wanted <<'END'
STT,Số lý lịch,Chi bộ,Họ và tên,Ngày sinh,Ngày vào Đảng,Trình độ,Ghi chú,_line,_column
2,00008,CB002,'=Bình,1980,40299,'+9,#VALUE!,5,admitted_on
4,,CB003,Dũng,1982,2010-05-01,#VALUE!,#N/A,7,education
END
same cells wanted

# Mended, the file comes in; what the note's column holds is not read.
sed 's/,40299,/,2010-05-02,/; s/^4,,/4,00010,/; s/,2010-05-01,#VALUE!/,2010-05-01,9/' sai.csv >mended.csv
run 0 import mended.csv
says "$err" 'members: read 2 = added 2'
run 0 list members --no-guard
says "$out" '00007,CB001,"Võ ""An"", Út",1980-04-06,'
says "$out" '00008,CB002,=Bình,1980,,,,,+9,'
says "$out" '00010,CB003,Dũng,1982,,,,,9,'

# As a text 4.541 is 4541: what was no whole number stays none.
sheet population.xlsx <<'END'
unit|as_of|population
n3:911|n1:43558|n:4.541
END
run 3 import --rejects sai.csv population.xlsx
says sai.csv '00911,2019-04-03,4.5410,2,population,number,'
run 3 import sai.csv

# --- a file for each sheet with bad rows ------------------------------------------------------------------

# book POPULATION PLAN: a workbook of two sheets.
book() {
	parts two
	printf 'unit|as_of|population\n00911|2019-04-01|%s\n00911|2024-04-01|4700\n' "$1" | rows >two/xl/worksheets/sheet1.xml
	printf 'plan|unit|from|to|target\nK|00911|2021-01-01|2025-12-31|%s\nL|00911|2026-01-01|2030-12-31|9\n' "$2" |
		rows >two/xl/worksheets/sheet2.xml
	sed 's/<sheets>/&<sheet name="Kế hoạch" sheetId="2" r:id="rId2"\/>/; s/"Sheet"/"Dân số"/' \
		two/xl/workbook.xml >book && mv book two/xl/workbook.xml
	packed two book.xlsx
}

book x y
run 3 import --on-error=skip --rejects sai.csv book.xlsx
says sai.csv '00911,2019-04-01,x,2,population'
says 'sai.csv-Kế hoạch' 'K,00911,2021-01-01,2025-12-31,y,2,target'
# Nobody asked for them.
mkdir empty
(cd empty && run 3 import --dry-run --on-error=skip ../book.xlsx)
[ -z "$(ls empty)" ] || fail "a file was written: $(ls empty)"
# Nothing is wrong any more: what stands there says so.
book 4541 20
run 0 import --dry-run --rejects sai.csv book.xlsx
[ "$(wc -l <sai.csv)" = 1 ] || fail 'old rejects were left'
rm -f sai*
book 4541 y
run 3 import --dry-run --on-error=skip --rejects sai.csv book.xlsx
says sai.csv 'K,00911,2021-01-01,2025-12-31,y,2,target'
[ "$(ls sai*)" = sai.csv ] || fail 'rejects under two names'
# The first bad sheet ends the run, when bad rows may not be left out.
rm -f sai*
book x y
run 3 import --rejects sai.csv book.xlsx
[ "$(ls sai*)" = sai.csv ] || fail 'rejects of a sheet that was not read'
# Nor is it the workbook, or the database.
cp book.xlsx 'sai-Kế hoạch'
run 2 import --on-error=skip --rejects sai 'sai-Kế hoạch'
says "$err" 'would replace sai-Kế hoạch; choose another name'
cmp book.xlsx 'sai-Kế hoạch' || fail 'the workbook was written over'
cp "$MEMBERSTAT_DB" 'sai-Kế hoạch'
run 2 --db 'sai-Kế hoạch' import --on-error=skip --rejects sai book.xlsx
rm -f sai*
# A name of a sheet leads nowhere else.
sed 's/"Kế hoạch"/"..\/..\/x"/' two/xl/workbook.xml >book && mv book two/xl/workbook.xml
packed two book.xlsx
run 3 import --on-error=skip --rejects sai.csv book.xlsx
says 'sai.csv-.._.._x' 'K,00911,'
