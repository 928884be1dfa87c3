#!/bin/sh
# shapes.sh SHAPE KIND <PLAIN >SHAPED: a file of the sample as different programs and people save
# it. KIND is units, population, plans or members. No cell of the sample has a comma, a quote or a
# line break.
#
# Without a KIND: the options that import needs for the shape. Without arguments: the shapes' names.
# LETTERS is the program of letters.c.
set -eu

shapes='bom semicolon tab unicode_text utf16be cr crlf sep titles blanks totals quoted headings capitals
	slashes dots nfd composite eth nbsp cp1258 tcvn3 vni words ledger office'
letters=${LETTERS:-letters}

bom() {
	printf '\357\273\277'
	cat
}

crlf() {
	sed "s/\$/$(printf '\r')/"
}

# Replaces a character by a different one.
delimiter() {
	tr , "$1"
}

# Adds title lines above the table.
titles() {
	printf 'ĐẢNG BỘ TỈNH ĐỒNG THÁP,,\n"HUYỆN ỦY THÁP MƯỜI",,\n*,,\n\n'
	printf 'DANH SÁCH,,,,\n"(Tính đến ngày 30/4/2022)",,\n ,\n'
	cat
}

# Adds rows of commas, rows of blanks, empty lines, and columns without a heading at the end.
blanks() {
	awk 'NR % 50 == 2 { print ",,,,,,,,,,"; print "   "; print ""; print "\" \",,\302\240,"; print ",,\" \"" }
		{ print $0 ",, ," }'
}

totals() {
	awk -v kind="$1" 'NR == 1 { columns = split($0, unused, ",") }
		{ print }
		NR > 1 && NR % 100 == 0 { total("Cộng"); total("\"TỔNG SỐ \"") }
		END { total("Tổng cộng:"); total("total") }
		# A total row leaves a required column empty; in population it is the date.
		function total(word,    i, out) {
			out = kind == "population" ? word ",,131791" : kind == "units" ? word ",," : "," word ","
			for (i = 3; i < columns; i++)
				out = out ","
			print out
		}'
}

quoted() {
	sed 's/,/","/g; s/^/"/; s/$/"/'
}

# Replaces the first line by this one.
headed() {
	printf '%s\n' "$1"
	tail -n +2
}

# Headings as in a form, with marks for required columns, line breaks and remarks.
headings() {
	case $1 in
	units) headed '"Mã đơn vị *",Tên chi bộ (*),"Loại
hình*",Đơn vị   cấp trên:,NGÀY_THÀNH_LẬP,"Ngày giải thể (nếu có)"' ;;
	population) headed '"Mã
đơn vị (*)",Thời điểm,"Dân số (người)",Nguồn số liệu' ;;
	plans) headed '"Mã kế
hoạch",Đơn vị,Từ ngày,"ĐẾN  NGÀY",Chỉ tiêu,Tỷ lệ (%),"TÊN KẾ HOẠCH"' ;;
	members) headed '"SỐ LÝ LỊCH*",Chi bộ *,"Họ và tên
khai sinh (*)","Ngày, tháng,
năm sinh",Giới tính,DÂN TỘC,Tôn  giáo,Nghề nghiệp hiện nay,Trình độ học vấn,Lí luận chính trị,Số thẻ Đảng viên,Ngày vào Đảng (dd/mm/yyyy)*,"Ngày chính
thức",NGÀY CHUYỂN_ĐẾN,Hình thức đến,Ngày chuyển đi,Lý do ra' ;;
	esac
}

# The same in capitals without diacritics.
capitals() {
	case $1 in
	units) headed 'MA DON VI,TEN DON VI,LOAI HINH,DON VI CAP TREN,NGAY THANH LAP,NGAY GIAI THE' ;;
	population) headed 'MA DON VI,TINH DEN NGAY,DAN SO,NGUON' ;;
	plans) headed 'SO KE HOACH,MA DON VI,TU NGAY,DEN NGAY,CHI TIEU,TY LE,TEN KE HOACH' ;;
	members) headed "$(printf '%s' 'Mã đảng viên,Mã chi bộ,Họ tên,Ngày sinh,Nam/Nữ,Dân tộc,Tôn giáo,Nghề nghiệp,Trình độ,LLCT,Số thẻ,Ngày kết nạp,Ngày chính thức,Ngày đến,Hình thức đến,Ngày ra,Hình thức ra' |
		"$letters" ascii)" ;;
	esac
}

# Dates day first: dates "/" 1 keeps leading zeros, "." 0 drops them. A birth may be a month.
dates() {
	awk -F , -v OFS=, -v by="$1" -v zeros="$2" '
		function n(text) { return zeros ? text : text + 0 }
		{
			for (i = 1; i <= NF; i++) {
				if ($i ~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/)
					$i = n(substr($i, 9)) by n(substr($i, 6, 2)) by substr($i, 1, 4)
				else if ($i ~ /^[12][0-9][0-9][0-9]-[0-9][0-9]$/)
					$i = n(substr($i, 6)) by substr($i, 1, 4)
			}
			print
		}'
}

# The words of category columns in Vietnamese, in mixed case.
words() {
	awk -F , -v OFS=, -v kind="$1" '
		BEGIN {
			word["district"] = "Đảng bộ huyện"; word["commune"] = "Đảng bộ xã"
			word["committee"] = "ĐẢNG BỘ CƠ SỞ"; word["base_cell"] = "Chi bộ cơ sở"
			word["cell"] = "Chi bộ trực thuộc"
			word["male"] = "nam"; word["female"] = "NỮ"
			word["elementary"] = "Sơ cấp"; word["intermediate"] = "trung cap"; word["advanced"] = "Cử nhân"
			into["admitted"] = "Kết nạp"; into["readmitted"] = "Kết nạp lại"
			into["transferred"] = "Chuyển đến"; into["moved"] = "Chuyển nội bộ"
			into["restored"] = "Phục hồi  Đảng tịch"
			out["died"] = "Từ trần"; out["expelled"] = "khai trừ"; out["removed"] = "Xoá tên"
			out["resigned"] = "Xin ra"; out["transferred"] = "Chuyển đi"; out["moved"] = "chuyển nội bộ"
		}
		NR > 1 && kind == "units" { $3 = word[$3] }
		NR > 1 && kind == "members" {
			$5 = word[$5]
			$10 = word[$10]
			$15 = into[$15]
			$17 = out[$17]
		}
		{ print }'
}

# Numbers with grouping, and percents with a comma: only with a delimiter that is no comma.
numbers() {
	awk -F , -v OFS=, -v kind="$1" '
		NR > 1 && kind == "population" {
			$3 = substr($3, 1, length($3) - 3) "." substr($3, length($3) - 2)
		}
		NR > 1 && kind == "plans" && $6 != "" { sub(/\./, "\\COMMA", $6); $6 = $6 " %" }
		{ print }'
}

# The register of a cell (mẫu 7-HSĐV), with a column for each fact.
ledger() {
	[ "$1" = members ] || {
		cat
		return
	}
	printf 'Mẫu 7-HSĐV\nSỔ DANH SÁCH ĐẢNG VIÊN\n\n'
	awk -F , '
		NR == 1 {
			print "Số TT,Họ và tên khai sinh,\"Ngày, tháng, năm sinh\",\"Nam, nữ\",Dân tộc,Tôn giáo," \
				"Quê quán,Văn hoá,Lý luận,Nghề nghiệp hiện nay,Ngày vào Đảng,Ngày chính thức," \
				"Số thẻ,Số lý lịch,Chi bộ,Ngày chuyển đến,Hình thức đến,Ngày chuyển đi,Hình thức ra,Ghi chú"
			print "(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13),(14),(15),(16),(17),(18),(19),(20)"
		}
		NR > 1 {
			print NR - 1 "," $3 "," $4 "," $5 "," $6 "," $7 ",Đồng Tháp," $9 "," $10 "," $8 "," $12 "," \
				$13 "," $11 "," $1 "," $2 "," $14 "," $15 "," $16 "," $17 ","
		}'
}

shape() {
	case $1 in
	plain) cat ;;
	small) "$letters" small ;; # the shape tcvn3 is compared with this one
	bom) bom ;;
	semicolon) delimiter ';' ;;
	tab) delimiter '\t' ;;
	unicode_text)
		printf '\377\376'
		delimiter '\t' | crlf | iconv -f UTF-8 -t UTF-16LE
		;;
	utf16be)
		printf '\376\377'
		iconv -f UTF-8 -t UTF-16BE
		;;
	cr) tr '\n' '\r' ;;
	crlf) crlf ;;
	sep)
		printf 'sep=|\r\n'
		delimiter '|' | crlf
		;;
	titles) titles ;;
	blanks) blanks ;;
	totals) totals "$2" ;;
	quoted) quoted | bom ;;
	headings) headings "$2" ;;
	capitals) capitals "$2" ;;
	slashes) dates / 1 ;;
	dots) dates . 0 ;;
	nfd) "$letters" nfd ;;
	composite) "$letters" composite | bom ;;
	eth) sed 's/Đ/Ð/g; s/đ/ð/g' ;;
	nbsp) sed 's/ /\xc2\xa0 /g; s/,/\xc2\xa0,\xe2\x80\x8b/g' ;;
	cp1258) iconv -f UTF-8 -t CP1258 ;;
	tcvn3) "$letters" small | iconv -f UTF-8 -t TCVN5712-1 ;;
	vni) "$letters" vni ;;
	words) words "$2" ;;
	ledger) words "$2" | dates / 1 | ledger "$2" ;;
	office)
		dates / 1 | words "$2" | totals "$2" | numbers "$2" | capitals "$2" | titles | blanks |
			delimiter ';' | sed 's/\\COMMA/,/' | crlf | bom
		;;
	*)
		echo "shapes.sh: no shape $1" >&2
		exit 2
		;;
	esac
}

case $# in
0)
	# shellcheck disable=SC2086 # words
	printf '%s\n' $shapes
	;;
1)
	case $1 in
	cp1258 | tcvn3 | vni) echo "--encoding $1" ;;
	esac
	;;
*) shape "$@" ;;
esac
