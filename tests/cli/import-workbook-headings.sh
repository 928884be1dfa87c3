#!/bin/sh
# Tables as forms have them in a workbook: headings on two rows of merged cells, a numbering column, remarks and
# signatures below, a heading repeated on each printed page.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"
# shellcheck source=tests/workbooks.sh
. "${ROOT:-.}/tests/workbooks.sh"
cd "$folder"

run 0 import "$root/tests/workbooks/units.csv"

# A form: merged cells leave their text in the first one. Row 8 is not written, row 11 has cells without anything.
sheet form.xlsx <<'END'
ĐẢNG BỘ XÃ TÂN HÒA ĐÔNG
DANH SÁCH ĐẢNG VIÊN

TT|Số lý lịch|Họ và tên|Năm sinh||Chi bộ|Ngày vào Đảng||Ghi chú
|||Nam|Nữ||Dự bị|Chính thức|
n:1|n:2|n:3|n:4|n:5|n:6|n:7|n:8|n:9
n:1|n3:1|Nguyễn Văn An|n:1980||n4:1|n1:40299|n1:40664|

n:2|n3:2|Trần Thị Bình||n1:29317|n4:2|n1:40299||x
n:3|n3:3|Lê Thị Cúc||n:1990|n4:3|n1:40299||

||||||Tân Hòa Đông, ngày 01 tháng 4 năm 2022
||Người lập biểu|||||T.M Đảng ủy
END
run 0 import form.xlsx
says "$err" 'form.xlsx[Sheet]:12: note: remarks or signatures below the table are passed over, from this line on: 2 rows'
says "$err" 'members: read 6 = added 3 + updated 0 + unchanged 0 + rejected 0 + skipped 3; stored'
run 0 list members
says "$out" '00001,CB001,Nguyễn Văn An,1980,male,'
says "$out" '00002,CB002,Trần Thị Bình,1980-04-06,female,'
says "$out" '00003,CB003,Lê Thị Cúc,1990,female,'
says "$out" ',2010-05-01,2011-05-01,2010-05-01,admitted,,'

# Rejected rows have the headings in one line, and are imported again.
sheet form.xlsx <<'END'
Số lý lịch|Chi bộ|Giới tính||Ngày vào Đảng|
||Nam|Nữ|Dự bị|Chính thức
n3:11|n4:1|x||n1:40299|n1:40664
n3:12|n4:1||n:1|n1:40299|
n3:13|n4:9||x|n1:40299|n1:40664
END
run 3 import --on-error=skip --rejects sai.csv form.xlsx
sed "1s/^$(printf '\357\273\277')//" sai.csv | cut -d , -f 1-9 >cells
cat >wanted <<'END'
Số lý lịch,Chi bộ,Giới tính Nam,Giới tính Nữ,Ngày vào Đảng Dự bị,Ngày vào Đảng Chính thức,_line,_column,_code
00013,CB009,,x,2010-05-01,2011-05-01,5,unit,unknown_unit
END
same cells wanted
sed 's/CB009/CB002/' sai.csv >mended.csv
run 0 import mended.csv
run 0 list members
says "$out" '00011,CB001,,,male,'
says "$out" '00012,CB001,,,female,'
says "$out" '00013,CB002,,,female,,,,,,,2010-05-01,2011-05-01,'

# Nothing is lost in silence: a column without a heading holds something, but for numbers in order.
sheet none.xlsx <<'END'
|Số lý lịch|Chi bộ|Ngày vào Đảng|
n:1|n3:21|n4:1|n1:40299|
n:2|n3:22|n4:1|n1:40299|
END
run 0 import none.xlsx
sheet none.xlsx <<'END'
|Số lý lịch|Chi bộ|Ngày vào Đảng|
n:1|n3:31|n4:1|n1:40299|
n:3|n3:32|n4:1|n1:40299|
END
run 3 import none.xlsx
says "$err" 'none.xlsx[Sheet]:1: column A '
sheet none.xlsx <<'END'
Số lý lịch|Chi bộ|Ngày vào Đảng|
n3:31|n4:1|n1:40299|e:#N/A
END
run 3 import none.xlsx
says "$err" 'none.xlsx[Sheet]:1: column D '

# A heading on each printed page, and a total of a formula.
sheet pages.xlsx <<'END'
Số lý lịch|Chi bộ|Ngày vào Đảng
n3:41|n4:1|n1:40299
Số lý lịch|Chi bộ|Ngày vào Đảng
n3:42|n4:1|n1:40299
Tổng cộng|f:2|
END
run 0 import pages.xlsx
says "$err" 'pages.xlsx[Sheet]:3: note: repeated headings are passed over, first on this line'
says "$err" 'read 4 = added 2 + updated 0 + unchanged 0 + rejected 0 + skipped 2; stored'
