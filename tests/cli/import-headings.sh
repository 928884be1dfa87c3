#!/bin/sh
# Headings as offices write them: on two rows, merged, left blank, repeated on each page, with remarks below
# the table. Nothing that stands in a file is lost without a word.
set -eu
# shellcheck source=tests/importing.sh
. "${ROOT:-.}/tests/importing.sh"

# stored ROWS…: what is stored of the members, without the columns that nobody filled: member, unit, name,
# birth, gender, admitted, official.
stored() {
	stays | cut -d , -f 1-5,12,13 >"$folder/got"
	printf '%s\n' "$@" | sed '/^$/d' >"$folder/wanted"
	cmp "$folder/got" "$folder/wanted" >&2 || fail "stored: $(cat "$folder/got")"
}

# unheaded COLUMN LINE VALUE: the file is refused, and nothing of it was read.
unheaded() {
	only "$(sql "j ->> '\$.errors[0].line'")" - header "$3"
	says "$err" ": column $1 (the nearest heading to its left: "
	says "$err" " on line $2 something stands in it"
	counts 0 0 0 0 0 0 0
}

# --- two rows of headings ------------------------------------------------------------------------------

given <<'END'
ĐẢNG ỦY XÃ MỸ AN,,,,,,,
DANH SÁCH ĐẢNG VIÊN,,,,,,,
,,,,,,,
STT,Số lý lịch,Họ và tên,Năm sinh,,Ngày vào Đảng,,Chi bộ
,,,Nam,Nữ,Dự bị,Chính thức,
(1),(2),(3),(4),(5),(6),(7),(8)
1,A1,Lê Văn Cam,1975,,15/4/2002,15/4/2003,C1
2,A2,Trần Thị Bưởi,,3/2/1981,15/4/2012,,C1
END
import 0 --verbose
counts 3 2 0 0 0 1 1
says "$err" 'header on line 4, columns: member, unit, full_name, birth_date, gender, admitted_on, official_on'
says_not "$err" warning
stored 'A1,C1,Lê Văn Cam,1975,male,2002-04-15,2003-04-15' 'A2,C1,Trần Thị Bưởi,1981-02-03,female,2012-04-15,'

# Births of both kinds in one row; one of them stands beside a column of the gender.
given <<'END'
Số lý lịch,Chi bộ,"Ngày, tháng, năm sinh *",,Ngày,,Giới tính
,,Nam,Nữ,vào Đảng,chính thức,
A1,C1,1975,1981,15/4/2002,,
A2,C1,1975,,15/4/2002,,nữ
A3,C1,,1981,15/4/2002,,nữ
A4,C1,x,,15/4/2002,,
A5,C1,,,15/4/2002,,nữ
END
import 3 --on-error=skip
counts 5 2 0 0 3 0 1
found 3 birth_date pair 1981
found 4 gender pair 1975
found 6 birth_date date x
stored 'A3,C1,,1981,female,2002-04-15,' 'A5,C1,,,female,2002-04-15,'

# A mark below the gender.
given <<'END'
Số lý lịch,Chi bộ,Giới tính (Nam/Nữ),,Ngày vào Đảng
,,Nam,Nữ,
A1,C1,x,,1/1/2000
A2,C1,,X,1/1/2000
A3,C1,1,0,1/1/2000
A4,C1,,nữ,1/1/2000
A5,C1,,,1/1/2000
A6,C1,x,x,1/1/2000
A7,C1,y,,1/1/2000
A8,C1,,2,1/1/2000
A9,C1,,nam,1/1/2000
END
import 3 --on-error=skip
counts 9 5 0 0 4 0 1
found 8 gender pair x
found 9 gender word y
found 10 gender word 2
found 11 gender word nam
stored A1,C1,,,male,2000-01-01, A2,C1,,,female,2000-01-01, A3,C1,,,male,2000-01-01, \
	A4,C1,,,female,2000-01-01, A5,C1,,,,2000-01-01,

# What is told goes away with --blank-clears like what has a column of its own.
given <<'END'
member,unit,Năm sinh Nam,Năm sinh Nữ,admitted_on
A1,C1,1975,,2000-01-01
A2,C1,,1981,2000-01-01
END
import 0
stored A1,C1,,1975,male,2000-01-01, A2,C1,,1981,female,2000-01-01,
sed -i 's/1975//' "$file"
again 0
stored A1,C1,,1975,male,2000-01-01, A2,C1,,1981,female,2000-01-01,
again 0 --blank-clears
stored A1,C1,,,,2000-01-01, A2,C1,,1981,female,2000-01-01,

# Births in three columns are too many; a heading of two rows that means nothing is named whole.
given <<'END'
member,unit,Năm sinh,,Ngày sinh,admitted_on
,,Nam,Nữ,,
A1,C1,1975,,,2000-01-01
END
import 3
found 1 birth_date header
given <<'END'
member,unit,Thành tích,,admitted_on
,,Năm,Loại,
A1,C1,1975,A,2000-01-01
END
import 0
says_line "$err" "$file:1: warning: unknown columns are ignored: Thành tích Năm, Thành tích Loại"

# What is no second row of headings: it stands under a heading of its own, or has no words, or lies behind an
# empty line.
for second in 'A1,C1,,x,1/1/2000' ',C1,,x,' ',,1,2,' '
,,Nam,Nữ,'; do
	given <<END
member,unit,Năm sinh,,admitted_on
$second
B1,C1,,,1/1/2000
END
	ends=3
	[ "${second#?,,Nam}" = "$second" ] || ends=0
	import $ends
	case $second in
	*x*) unheaded D 2 x ;;
	*2*) unheaded D 2 2 ;;
	*) counts 2 1 0 0 0 1 1 ;;
	esac
done
# A title may stand right above the header, and under a blank heading.
for title in 'DANH SÁCH,,,,' ',,DANH SÁCH,,' 'Số lý lịch,,,,'; do
	given <<END
$title
member,unit,Năm sinh,,admitted_on
,,Nam,Nữ,
A1,C1,,1981,1/1/2000
END
	import 0
	stored A1,C1,,1981,female,2000-01-01,
done

# The rejects have the headings on one line, and are read as the file was.
rejects=$folder/rejects.csv
printf '\357\273\277' >"$file"
cat >>"$file" <<'END'
Danh sách;;;;;;;
Số lý lịch;Chi bộ;Ngày sinh (dd/mm/yyyy) *;;"Ngày,
tháng, năm";;Quê quán;
;;Nam;Nữ;"vào
Đảng";chính thức;xã;huyện
A1;C9;3/2/1975;;1/1/2000;1/1/2001;;
A2;C1;;1981;1/1/2000;;Một;Hai
A3;C1;1975;1981;1/1/2000;;;
END
import 3 --on-error=skip --rejects "$rejects"
counts 3 1 0 0 2 0 1
[ "$(head -n 1 "$rejects")" = "$(printf '\357\273\277')Số lý lịch;Chi bộ;Ngày sinh (dd/mm/yyyy) Nam;\
Ngày sinh (dd/mm/yyyy) Nữ;Ngày, tháng, năm vào Đảng;Ngày, tháng, năm chính thức;Quê quán xã;Quê quán huyện;\
_line;_column;_code;_message" ] || fail "rejects: $(head -n 1 "$rejects")"
sed 's/^A1;C9/A1;C1/; s/^A3;C1;1975/A3;C1;/' "$rejects" >"$file"
again 0
counts 2 2 0 0 0 0 1
stored A1,C1,,1975-02-03,male,2000-01-01,2001-01-01 A2,C1,,1981,female,2000-01-01, \
	A3,C1,,1981,female,2000-01-01,

# --map names the heading of both rows.
given <<'END'
Mã,Đơn vị,Quyết định,
,,số,ngày
A1,C1,12,1/1/2000
END
import 0 members --map 'member=Mã' --map 'admitted_on=QUYẾT ĐỊNH NGÀY'
stored A1,C1,,,,2000-01-01,

# --- columns without a heading -------------------------------------------------------------------------

given <<'END'
Số lý lịch,Họ và tên,,Ngày vào Đảng,Chi bộ
A1,Trần Thị,Bưởi,15/4/2012,C1
A2,Lê Văn,Cam,15/4/2012,C1
END
import 3
unheaded C 2 Bưởi
import 3 --on-error=skip --rejects "$rejects"
unheaded C 2 Bưởi
# The first record that has something, though others are rejected, and a total is no record.
given <<'END'
,Số lý lịch,Họ và tên,Ngày vào Đảng,Chi bộ,
,A1,An,31/2/2012,C1,
,A2,An,31/1/2012,C1,
Tổng cộng,,,,,2
,A3,An,31/1/2012,C1,"x
y"
END
import 3 --on-error=skip
unheaded F 5 'x\ny'
# Blank ones, and those of totals, are nothing to speak of.
sed -i 's/^y"/"/; s/"x/"/; s/31\/2/31\/1/' "$file"
import 0
counts 4 3 0 0 0 1 1
says_not "$err" warning
# Nor are numbers in their order, whatever was passed over or rejected between them.
given <<'END'
,Số lý lịch,Ngày vào Đảng,Chi bộ,
1,A1,1/1/2012,C1,1
,,,,
2,A2,1/1/2012,C1,
3,"A3"x,1/1/2012,C1,
4,A4,1/1/2012,C1,2
Cộng,,,,9
5,A5,31/2/2012,C1,3
6,A6,1/1/2012,C1,4
END
import 3 --on-error=skip
counts 8 4 0 0 2 2 1
for number in 3 5 x 1.0 '1,'; do
	given <<END
;Số lý lịch;Ngày vào Đảng;Chi bộ
1;A1;1/1/2012;C1
$number;A2;1/1/2012;C1
END
	import 3
	unheaded A 3 "$number"
done
given <<'END'
;Số lý lịch;Ngày vào Đảng;Chi bộ
0;A1;1/1/2012;C1
END
import 3
unheaded A 2 0
# What stands beyond the header stays a fault of its row.
given <<'END'
Số lý lịch,Ngày vào Đảng,Chi bộ
A1,1/1/2012,C1
A2,1/1/2012,C1,x
END
import 3 --on-error=skip
counts 2 1 0 0 1 0 1
found 3 - too_many_cells x
# A heading of another fact, merged over more cells, covers them.
given <<'END'
Số lý lịch,Ngày vào Đảng,Chi bộ,Quê quán,,,Ghi chú
A1,1/1/2012,C1,Một,Hai,Ba,x
END
import 0
says_not "$err" warning
sed -i 's/Ghi chú/Ghi chú,/; s/x$/x,y/' "$file"
import 3
unheaded H 2 y

# --- headings repeated, remarks and signatures ---------------------------------------------------------

given <<'END'
DANH SÁCH
Số lý lịch,Năm sinh,,Ngày vào Đảng,Chi bộ
,Nam,Nữ,,
1,2,3,4,5
A1,1975,,1/1/2000,C1
SỐ LÝ LỊCH,Năm sinh *,,Ngày  vào Đảng,Chi bộ
,Nam,Nữ,,
1,2,3,4,5
A2,,1981,1/1/2000,C1
,Nam,Nữ,,
A3,,1981,1/1/2000,C1
END
import 0
counts 8 3 0 0 0 5 1
says_line "$err" "$file:6: note: repeated headings are passed over, first on this line: 3 rows"
run 0 --lang vi import "$file"
says "$err" "$file:6: lưu ý: dòng tiêu đề lặp lại được bỏ qua, lần đầu ở dòng này: 3 dòng"
# It must be the same in every cell; a kind whose header could be a record otherwise is no exception.
given <<'END'
Số lý lịch,Ngày vào Đảng,Chi bộ,Tên
Số lý lịch,Ngày vào Đảng,Chi bộ,
Số lý lịch,Ngày vào Đảng,Chi bộ,Tên khác
Số lý lịch,Ngày vào Đảng,Chi bộ,Tên
END
import 3
counts 3 0 0 0 2 1 0
found 2 admitted_on date 'Ngày vào Đảng'
found 3 admitted_on date 'Ngày vào Đảng'
for kind in units population plans; do
	"$memberstat" list $kind >"$file"
	heading=$(head -n 1 "$file")
	printf '%s\n' "$heading" >>"$file"
	again 0 $kind
	says "$err" ': note: repeated headings are passed over'
done

signatures() {
	given <<END
Số lý lịch,Họ và tên,Ngày vào Đảng,Chi bộ
A1,An,1/1/2000,C1
$1
END
}
# passed READ ADDED SKIPPED: the rows below the table are passed over, from line 4 on.
passed() {
	import 0
	counts "$1" "$2" 0 0 0 "$3" 1
	says "$err" "$file:4: note: remarks or signatures below the table are passed over, from this line on: "
}
signatures '
,,"Mỹ An, ngày 30 tháng 4 năm 2022",
NGƯỜI LẬP BIỂU,,TM. CHI ỦY,
(Ký và ghi rõ họ tên),(Ký),,BÍ THƯ
,Lê Văn Cam,,Trần Thị Bưởi'
passed 5 1 4
says "$err" 'from this line on: 4 rows'
# An empty row may be written, and a remark may be shorter than the header.
signatures ',,,
Người lập biểu'
passed 3 1 2
# Up to the next whole row; and then again.
signatures '
Chi bộ 2
B1,,1/1/2000,
B2,Bình,1/1/2000,C1

Ghi chú:
B3,,1/1/2000,C1'
passed 6 3 3
says "$err" 'from this line on: 3 rows'
# A header on a new page ends remarks too.
signatures '
Trang 2
Số lý lịch,Họ và tên,Ngày vào Đảng,Chi bộ
B2,Bình,1/1/2000,C1'
passed 4 2 2
says "$err" "$file:5: note: repeated headings are passed over, first on this line: 1 rows"
# Below a total as well.
signatures '
Tổng cộng: ,2,,
Người lập biểu,,,'
import 0
counts 3 1 0 0 0 2 1
says "$err" "$file:5: note: remarks or signatures below the table"
# Without an empty row above, with three cells, or with all that a record needs, a row is a record.
signatures 'Chi bộ 2,,,'
import 3
counts 2 1 0 0 1 0 0
found 3 admitted_on required
signatures '
B1,Bình,,C1'
import 3
found 4 admitted_on required
signatures '
B1,,31/2/2000,C1'
import 3
found 4 admitted_on date 31/2/2000
signatures '
B1,,1/1/2000,'
passed 2 1 1
