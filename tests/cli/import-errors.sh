#!/bin/sh
# What import refuses and how it says so: every code, with file, line, column and value; what is stored
# all the same, and what never is.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"

file=$folder/in.csv
members=member,unit,full_name,birth_date,gender,theory,admitted_on,official_on,joined_on,joined_by,left_on,left_by

# given [HEADER] <ROWS: the file to import.
given() {
	{
		[ $# = 0 ] || printf '%s\n' "$1"
		cat
	} >"$file"
}

# sql QUERY: over j, the accounting in JSON.
sql() {
	sqlite3 :memory: "SELECT $1 FROM (SELECT readfile('$out') AS j)"
}

# import STATUS OPTIONS…: imports the file into the base roll; every record is accounted for.
import() {
	ends=$1
	shift
	cp "$folder/base.db" "$MEMBERSTAT_DB"
	again "$ends" "$@"
}

# The same into the roll as it is.
again() {
	ends=$1
	shift
	before=$(sha256sum <"$MEMBERSTAT_DB")
	run "$ends" import --format json "$@" "$file"
	[ "$(sql "j ->> 'read' = j ->> 'added' + j ->> 'updated' + j ->> 'unchanged' + j ->> 'rejected' +
		j ->> 'skipped'")" = 1 ] || fail 'accounting'
	[ "$(sql "j ->> 'stored'")" = 1 ] || [ "$(sha256sum <"$MEMBERSTAT_DB")" = "$before" ] ||
		fail 'nothing is stored, and the database changed'
}

# counts READ ADDED UPDATED UNCHANGED REJECTED SKIPPED STORED
counts() {
	told=$(sql "(j ->> 'read') || ' ' || (j ->> 'added') || ' ' || (j ->> 'updated') || ' ' ||
		(j ->> 'unchanged') || ' ' || (j ->> 'rejected') || ' ' || (j ->> 'skipped') || ' ' ||
		(j ->> 'stored')")
	[ "$told" = "$*" ] || fail "counts are $told, not $*"
}

# found LINE COLUMN CODE [VALUE]: one finding, as it is printed and in JSON. COLUMN is - for none.
found() {
	start="$file:$1: $2: "
	[ "$2" != - ] || start="$file:$1: "
	end=
	[ $# = 3 ] || end=" (got \"$4\")"
	START=$start END=$end awk 'index($0, ENVIRON["START"]) == 1 &&
		substr($0, length($0) - length(ENVIRON["END"]) + 1) == ENVIRON["END"] { found = 1 }
		END { exit !found }' "$err" || fail "not told: $start…$end"
	column="= '$2'"
	[ "$2" != - ] || column='IS NULL'
	[ "$(sql "(SELECT count(*) FROM json_each(j, '\$.errors') WHERE value ->> 'line' = $1 AND
		value ->> 'column' $column AND value ->> 'code' = '$3')")" -ge 1 ] ||
		fail "not in JSON: $1 $2 $3"
}

# only LINE COLUMN CODE [VALUE]: a file of which nothing is stored, for this one reason.
only() {
	[ "$(sql "json_array_length(j, '\$.errors')")" = 1 ] || fail 'more than one error'
	found "$@"
	[ "$(sql "j ->> 'stored'")" = 0 ] || fail 'stored'
}

# row LINE-OF-MEMBERS COLUMN CODE [VALUE]: one row that is refused.
row() {
	printf '%s\n' "$1" | given "$members"
	shift
	import 3
	only 2 "$@"
	counts 1 0 0 0 1 0 0
}

# What is stored of the members, as list writes it.
stays() {
	"$memberstat" list members | tail -n +2
}

given <<'END'
unit,name,kind,parent,opened_on,closed_on
H,Đảng bộ huyện,district,,,
X1,Đảng bộ xã Mỹ An,commune,H,,
X2,Đảng bộ xã Mỹ Hòa,commune,H,,
C1,Chi bộ 1,cell,X1,,
C2,Chi bộ Ấp Đông,cell,X1,,
C3,Chi bộ 1,cell,X2,,
TOTAL,Chi bộ Tổng kho,cell,X2,,
END
run 0 import "$file"
cp "$MEMBERSTAT_DB" "$folder/base.db"

# --- files ------------------------------------------------------------------------------------------

: | given
import 3
only 1 - file
says_line "$err" "$file:1: the file is empty"
printf 'PK\003\004\024\000\006\000' | given
import 3
only 1 - file
says "$err" 'this is a file of type zip, not text; in the spreadsheet program choose'
given <<'END'
Danh sách cử tri
Họ,Tên
A,B
END
import 3
only 1 - header

given <<'END'
Danh sách

member,full_name,unit
A,B,C1
END
import 3
only 3 admitted_on header
says "$err" "the required column \"Admitted on\" is missing; if it has another heading use --map 'admitted_on=HEADING'"
given <<'END'
Số lý lịch,Chi bộ,Ngày vào Đảng,Ngày kết nạp,"Giới
tính*",GIỚI TÍNH
A,C1,2020-01-01,2020-01-01,nam,nam
END
import 3
found 1 admitted_on header
found 1 gender header
says "$err" 'two columns mean the same: "Ngày vào Đảng" and "Ngày kết nạp"; delete or rename one'
says "$err" 'two columns mean the same: "Giới tính*" and "GIỚI TÍNH"; delete or rename one'
counts 0 0 0 0 0 0 0

printf 'member,unit,full_name,admitted_on\nA,C1,An,2020-01-01\nB,C1,Nguy\356n,2020-01-01\n' | given
import 3
only 3 - encoding
printf 'member,unit,full_name,admitted_on\nA,C1,An\000h,2020-01-01\n' | given
import 3
only 2 - nul

given "$members" </dev/null
import 0
counts 0 0 0 0 0 0 1

# --- rows that are no rows ---------------------------------------------------------------------------

row 'A,C1,An,1980,male,,2000-01-01' - too_few_cells
says_line "$err" "$file:2: only 7 cells, where the header has 12"
row 'A,C1,An,1980,male,,2000-01-01,,,,,,Trần' - too_many_cells Trần
says "$err" '13 cells, where the header has 12; quotes around a cell may be missing'
row '"A"x,C1,An,1980,male,,2000-01-01,,,,,' - quote 'x,C1,An,1980,male,,2000-01-01,,,,,'
row 'A,C1,An "Tư",1980,male,,2000-01-01,,,,,' - quote 'An "Tư",1980,male,,2000-01-01,,,,,'

# A quote that is never closed costs its own record and no other, and names its line.
given "$members" <<'END'
A,C1,An,1980,male,,2000-01-01,,,,,
B,C1,"Bình,1980,male,,2000-01-01,,,,,
C,C1,Chi,1980,female,,2000-01-01,,,,,
D,C9,Dung,1980,female,,2000-01-01,,,,,
END
import 3 --on-error=skip
found 3 - quote
found 5 unit unknown_unit C9
counts 4 2 0 0 2 0 1
says "$err" 'the quote opened on line 3 is not closed, and line 4 looks like another record'
given "$members" <<'END'
A,C1,An,1980,male,,2000-01-01,,,,,
B,C1,"Bình,1980,male,,2000-01-01,,,,,
END
import 3
only 3 - quote
says_line "$err" "$file:3: the quote opened on line 3 is never closed"

# Lines are those of the file, also behind cells that run over lines.
given "$members" <<'END'
A,C1,"An
Văn

Nguyễn",1980,male,,2000-01-01,,,,,

B,C9,Bình,1980,male,,2000-01-01,,,,,
C,"C
9",Chi,1980,female,,2000-01-01,,,,,
END
import 3 --on-error=skip
found 7 unit unknown_unit C9
found 8 unit unknown_unit 'C 9'
counts 3 1 0 0 2 0 1
[ "$(stays)" = 'A,C1,An Văn Nguyễn,1980,male,,,,,,,2000-01-01,,2000-01-01,admitted,,' ] || fail 'An'

long=$(printf '%0128d' 0)
printf '%s,C1,,,,,2000-01-01,,,,,\n%sx,C1,,,,,2000-01-01,,,,,\n' "$long" "$long" | given "$members"
import 3 --on-error=skip
found 3 member too_long "$(printf %.60s "$long")…"
counts 2 1 0 0 1 0 1
long=$(printf '%01000d' 0 | sed 's/0/ế/g')
printf 'A,C1,%s,,,,2000-01-01,,,,,\nB,C1,%sx,,,,2000-01-01,,,,,\n' "$long" "$long" | given "$members"
import 3 --on-error=skip
found 3 full_name too_long "$(printf '%060d' 0 | sed 's/0/ế/g')…"
counts 2 1 0 0 1 0 1
awk 'BEGIN { printf "A,C1,"; for (i = 0; i <= 1024; i++) printf "%01024d", 0; print ",,,,2000-01-01,,,,," }' |
	given "$members"
import 3
only 2 - too_long
says_line "$err" "$file:2: the cell that ends on line 2 is longer than 1 MB"

# --- values -----------------------------------------------------------------------------------------

row ',C1,An,,,,2000-01-01,,,,,' member required
row 'A,,An,,,,2000-01-01,,,,,' unit required
row 'A,C1,An,,,,,,,,,' admitted_on required
row 'A,C1,An,,,,,,2000-01-01,,,' admitted_on required
says_line "$err" "$file:2: admitted_on: a required value is missing"

row 'A,C1,An,,,,31/02/2000,,,,,' admitted_on date 31/02/2000
row 'A,C1,An,,,,29/02/1999,,,,,' admitted_on date 29/02/1999
row 'A,C1,An,,,,2000-1-1,,,,,' admitted_on date 2000-1-1
row 'A,C1,An,,,,2000,,,,,' admitted_on date 2000
row 'A,C1,An,,,,02/2000,,,,,' admitted_on date 02/2000
row 'A,C1,An,,,,36526,,,,,' admitted_on date 36526
says "$err" "a spreadsheet's number of a day; format the column as a date (dd/mm/yyyy) and save it again"
row 'A,C1,An,,,,1/2.2000,,,,,' admitted_on date 1/2.2000
row 'A,C1,An,,,,hôm qua,,,,,' admitted_on date 'hôm qua'
row 'A,C1,An,,,,03/02/80,,,,,' admitted_on date 03/02/80
says "$err" 'a year of two digits; write all four, as in 03/02/1980'
row 'A,C1,An,80,,,2000-01-01,,,,,' birth_date date 80
row 'A,C1,An,13/1980,,,2000-01-01,,,,,' birth_date date 13/1980
row 'A,C1,An,,,,2/13/2000,,,,,' admitted_on date 2/13/2000
says "$err" 'month first: the other dates of the file are probably wrong too, so nothing of it is stored'

row 'A,C1,Nguy?n Văn An,,,,2000-01-01,,,,,' full_name lossy_text 'Nguy?n Văn An'
row "A,C1,Nguy$(printf '\357\277\275')n,,,,2000-01-01,,,,," full_name lossy_text "Nguy$(printf '\357\277\275')n"
row 'A,C1,NguyÔn V¨n An,,,,2000-01-01,,,,,' full_name lossy_text 'NguyÔn V¨n An'
row 'A,Chi b?,An,,,,2000-01-01,,,,,' unit unknown_unit 'Chi b?'
row 'A,C1,An,,không rõ,,2000-01-01,,,,,' gender word 'không rõ'
says "$err" 'an unknown word; use one of: male, female'
row 'A,C1,An,,,đại học,2000-01-01,,,,,' theory word 'đại học'
row 'A,C1,An,,,,2000-01-01,,,chuyển đi,,' joined_by word 'chuyển đi'
row 'A,C9,An,,,,2000-01-01,,,,,' unit unknown_unit C9
row 'A,c1,An,,,,2000-01-01,,,,,' unit unknown_unit c1
row 'A,CHI BO 1,An,,,,2000-01-01,,,,,' unit ambiguous_unit 'CHI BO 1'
says "$err" 'several units have this name (C1, C3); use the code'

row 'A,C1,An,,,,2000-01-01,1999-12-31,,,,' official_on order 1999-12-31
row 'A,C1,An,,,,2000-01-01,,1999-12-31,,,' admitted_on order 2000-01-01
row 'A,C1,An,,,,2000-01-01,,2000-01-01,,1999-12-31,died' left_on order 1999-12-31
row 'A,C1,An,2000-01-02,,,2000-01-01,,,,,' birth_date order 2000-01-02
row 'A,C1,An,2000-02,,,2000-01-01,,,,,' birth_date order 2000-02
row 'A,C1,An,2001,,,2000-12-31,,,,,' birth_date order 2001
row 'A,C1,An,,,,2000-01-01,,,,2010-01-01,' left_by pair
row 'A,C1,An,,,,2000-01-01,,,,,died' left_on pair
day=$(date -d '2 days' +%Y-%m-%d)
for column in birth_date admitted_on official_on joined_on left_on; do
	case $column in
	birth_date) row "A,C1,An,$day,,,2000-01-01,,,,," $column future "$day" ;;
	admitted_on) row "A,C1,An,,,,$day,,,,," $column future "$day" ;;
	official_on) row "A,C1,An,,,,2000-01-01,$day,,,," $column future "$day" ;;
	joined_on) row "A,C1,An,,,,2000-01-01,,$day,,," $column future "$day" ;;
	left_on) row "A,C1,An,,,,2000-01-01,,,,$day,died" $column future "$day" ;;
	esac
done
# On the border: today, the day of birth, the very day of leaving.
day=$(date +%Y-%m-%d)
given "$members" <<END
A,C1,,$day,,,$day,$day,$day,,$day,died
B,C1,,2000,,,2000-12-31,2000-12-31,,,2000-12-31,died
C,C1,,2000-02,,,2000-02-29,,,,,
D,C1,,$(date +%Y),,,$day,,,,,
END
import 0
counts 4 4 0 0 0 0 1

# A row is told of all its faults at once, and counts once.
given "$members" <<'END'
A,C9,An,1999-02-30,x,,2999-01-01,,,,2000-01-01,
END
import 3
counts 1 0 0 0 1 0 0
found 2 unit unknown_unit C9
found 2 birth_date date 1999-02-30
found 2 gender word x
found 2 admitted_on future 2999-01-01

# --- what is read as what --------------------------------------------------------------------------

given "$members" <<'END'
000123,C1, Nguyễn   Văn  An ,3/2/1980,NAM,Cử nhân,03.02.2000,03-02-2001,,,,
000124,Chi  bo ap dong,"Ðỗ Thị
Bông",02/1980,nữ,,2000-02-03,,2000-02-03,,2010-01-01,Từ trần
000125,TOTAL,Cam,1980,,so cap,2000-01-01,,2005-01-01,,,
TOTAL,C1,Tổng cộng,,,,2000-01-01,,,,,
Tổng cộng,,,,,,,,,,,
,,TỔNG SỐ:,4,,,,,,,,
Tong cong,C1,,,,,2000-01-01,,,,,
END
import 0
counts 7 5 0 0 0 2 1
stays >"$folder/got"
cmp "$folder/got" - >&2 <<'END' || fail 'values'
000123,C1,Nguyễn Văn An,1980-02-03,male,,,,,advanced,,2000-02-03,2001-02-03,2000-02-03,admitted,,
000124,C2,Đỗ Thị Bông,1980-02,female,,,,,,,2000-02-03,,2000-02-03,admitted,2010-01-01,died
000125,TOTAL,Cam,1980,,,,,,elementary,,2000-01-01,,2005-01-01,transferred,,
TOTAL,C1,Tổng cộng,,,,,,,,,2000-01-01,,2000-01-01,admitted,,
Tong cong,C1,,,,,,,,,,2000-01-01,,2000-01-01,admitted,,
END
# Without its diacritics the word heads no total.
given "$members" <<'END'
Tong cong,,,,,,,,,,,
END
import 3
only 2 admitted_on required

given unit,as_of,population,source <<'END'
X1,1/4/2019,10.000,
X2,2019-04-01,"11 000",Điều tra
H,2019-04-01,"1,234,567",
TOTAL,2019-04-01,0,
END
import 0
counts 4 4 0 0 0 0 1
run 0 list population
cmp "$out" - >&2 <<'END' || fail 'population'
unit,as_of,population,source
H,2019-04-01,1234567,
TOTAL,2019-04-01,0,
X1,2019-04-01,10000,
X2,2019-04-01,11000,Điều tra
END
for number in 1.23 1.2345 1.234,567 '"1,23"' -5 1e3 12,5 '4541 người'; do
	printf 'X1;2019-04-01;%s\n' "$number" | given 'unit;as_of;population'
	import 3
	only 2 population number "$(printf %s "$number" | tr -d '"')"
done
for percent in 3.123456 3,85,1 -1 '3 . 5' ba 1.000,5; do
	printf 'K;X1;2021-01-01;2021-12-31;%s\n' "$percent" | given 'plan;unit;from;to;ratio_percent'
	import 3
	only 2 ratio_percent percent "$percent"
done
given 'plan;unit;from;to;ratio_percent;target' <<'END'
K;X1;2021-01-01;2021-12-31;3,85 %;1.000
K;X2;2021-01-01;2021-12-31;3.8500;
K;H;2021-01-01;2021-12-31;0,0001%;0
END
import 0
again 0
counts 3 0 0 3 0 0 1
"$memberstat" list plans | cut -d, -f1,2,5,6 >"$folder/got"
cmp "$folder/got" - >&2 <<'END' || fail 'plans'
plan,unit,target,ratio_percent
K,H,0,0.0001
K,X1,1000,3.85
K,X2,,3.85
KH41,H,570,3.85
END
given plan,unit,from,to <<'END'
K,X1,2021-01-02,2021-01-01
END
import 3
only 2 to order 2021-01-01

# The built-in plan is for the root; an empty unit means it, and so does its code.
given plan,unit,from,to,target,ratio_percent,title <<'END'
KH41,,2021-01-01,2025-12-31,600,,
END
import 0 --verbose
counts 1 0 1 0 0 0 1
says_line "$err" "$file:2: KH41: target: \"570\" → \"600\""
given plan,unit,from,to,target <<'END'
KH41,H,2021-01-01,2025-12-31,600
KH41,H,2021-01-01,2021-12-31,120
KH41,X1,2021-01-01,2025-12-31,60
END
again 0
counts 3 2 0 1 0 0 1
"$memberstat" list plans | cut -d, -f1-6 >"$folder/got"
cmp "$folder/got" - >&2 <<'END' || fail 'plans'
plan,unit,from,to,target,ratio_percent
KH41,H,2021-01-01,2021-12-31,120,
KH41,H,2021-01-01,2025-12-31,600,3.85
KH41,X1,2021-01-01,2025-12-31,60,
END
rm "$MEMBERSTAT_DB"
given plan,unit,from,to,target <<'END'
KH42,,2021-01-01,2025-12-31,600
END
run 3 import "$file"
says "$err" "$file:2: unit: the unit is missing, and there is no root yet to stand for it"

# --- the code of the unit beside its name -----------------------------------------------------------

given <<'END'
STT,Số lý lịch,Chi bộ,Mã chi bộ,Ngày vào Đảng,Ghi chú,Sở thích
1,A,không có tên này,C1,2000-01-01,,đọc sách
END
import 0
counts 1 1 0 0 0 0 1
says_line "$err" "$file:1: warning: the unit's code column counts, its name column is ignored: Chi bộ"
says_line "$err" "$file:1: warning: unknown columns are ignored: Sở thích"

# A name may be as long as any text, and stand in the place of the code.
name=$(printf '%0200d' 0 | sed 's/0/ế/g')
printf 'N1,%s,cell,H\n' "$name" | given unit,name,kind,parent
import 0
printf 'A,%s,,,,,2000-01-01,,,,,\n' "$name" | given "$members"
again 0
[ "$(stays)" = 'A,N1,,,,,,,,,,2000-01-01,,2000-01-01,admitted,,' ] || fail 'a long name'

# --map: for headings that cannot be known, and to choose between two that mean the same.
given <<'END'
Hồ sơ,Tổ đảng,Ngày vào Đảng,Ngày kết nạp
A,C1,2000-01-01,2001-01-01
END
import 3
only 1 - header
import 0 --map 'member=HỒ SƠ' --map 'unit=to dang' --map 'admitted_on=Ngày kết nạp'
counts 1 1 0 0 0 0 1
says_line "$err" "$file:1: warning: unknown columns are ignored: Ngày vào Đảng"
[ "$(stays)" = 'A,C1,,,,,,,,,,2001-01-01,,2001-01-01,admitted,,' ] || fail '--map'
import 3 --map 'member=HỒ SƠ' --map 'unit=to dang' --map 'admitted_on=Ngày kết nạp' --map 'gender=Phái nào'
only 1 gender header 'Phái nào'

# --- keys, stays, facts ------------------------------------------------------------------------------

given "$members" <<'END'
A,C1,An,,,,2000-01-01,,,,,
B,C1,Bình,,,,2000-01-01,,,,,
A,C1,An,,,,01/01/2000,,2000-01-01,,,
A,C1,Anh,,,,2000-01-01,,,,,
A,C2,An,,,,2000-01-01,,,,,
END
import 3 --on-error=skip
counts 5 2 0 0 2 1 1
found 5 member duplicate A
found 6 member duplicate A
says "$err" 'the same key as line 2 with other values; keep one of them'
given unit,as_of,population <<'END'
X1,2019-04-01,10
X1,1/4/2019,11
END
import 3
found 3 unit duplicate

# Of a person each fact comes from the latest row in which it is filled, whatever the order.
facts='member,unit,full_name,birth_date,occupation,education,admitted_on,joined_on,joined_by,left_on,left_by'
printf '%s\n' 'A,C1,An,1970,Nông dân,9/12,2000-01-01,2000-01-01,,2005-01-01,moved' >"$folder/rows"
printf '%s\n' 'A,C2,,1971,Giáo viên,,2000-01-01,2005-01-01,moved,2010-01-01,moved' >>"$folder/rows"
printf '%s\n' 'A,C1,,,,,2000-01-01,2010-01-01,moved,,' >>"$folder/rows"
for order in cat tac 'sort -t, -k2,2r -k8,8r'; do
	$order "$folder/rows" | given "$facts"
	import 0
	counts 3 3 0 0 0 0 1
	stays >"$folder/got"
	cmp "$folder/got" - >&2 <<'END' || fail "facts by $order"
A,C1,An,1971,,,,Giáo viên,9/12,,,2000-01-01,,2000-01-01,admitted,2005-01-01,moved
A,C2,An,1971,,,,Giáo viên,9/12,,,2000-01-01,,2005-01-01,moved,2010-01-01,moved
A,C1,An,1971,,,,Giáo viên,9/12,,,2000-01-01,,2010-01-01,moved,,
END
	again 0
	counts 3 0 0 3 0 0 1
done
# An older row that comes later speaks for the person only where no newer one does.
given "$facts" <<'END'
A,,Anh,,Công nhân,,2000-01-01,2000-01-01,,,
A,,,,,12/12,2000-01-01,2010-01-01,,,
END
again 0 --verbose
counts 2 0 2 0 0 0 1
says_line "$err" "$file:2: A: full_name: \"An\" → \"Anh\""
says_line "$err" "$file:3: A: education: \"9/12\" → \"12/12\""
says_not "$err" occupation:

# Stays that overlap, in one file: the one that begins later is at fault.
given "$members" <<'END'
A,C2,An,,,,2000-01-01,,2010-01-01,moved,,
A,C1,An,,,,2000-01-01,,,,,
B,C1,Bình,,,,2000-01-01,,,,2010-01-01,moved
B,C2,Bình,,,,2000-01-01,,2010-01-01,moved,2010-01-01,moved
B,C2,Bình,,,,2000-01-01,,2010-01-02,moved,,
C,C1,Chi,,,,2000-01-01,,,,2010-01-02,moved
C,C2,Chi,,,,2000-01-01,,2010-01-01,moved,,
END
import 3 --on-error=skip
counts 7 5 0 0 2 0 1
found 2 joined_on overlap 2010-01-01
found 8 joined_on overlap 2010-01-01
says "$err" 'overlaps the stay 2000-01-01 – … of the same member A; give the earlier stay its left_on'
says "$err" 'overlaps the stay 2000-01-01 – 2010-01-02 of the same member C'

# File and database together: what is stored has no line, so the file's row is at fault.
given "$members" <<'END'
A,C1,An,,,,2000-01-01,,,,,
END
import 0
given "$members" <<'END'
A,C2,An,,,,2000-01-01,,2010-01-01,moved,,
END
again 3
only 2 joined_on overlap 2010-01-01
given "$members" <<'END'
A,C2,An,,,,1990-01-01,,1990-01-01,,,
END
again 3
only 2 joined_on overlap 1990-01-01
# Closing the stored stay in the same file makes room, whatever the order of the rows.
given "$members" <<'END'
A,C2,An,,,,2000-01-01,,2010-01-01,moved,,
A,C1,,,,,2000-01-01,,2000-01-01,,2010-01-01,moved
END
again 0
counts 2 1 1 0 0 0 1
# A refused row leaves the stored stay as it was, and what depends on the change falls with it.
given "$members" <<'END'
A,C2,,,,,2000-01-01,,2010-01-01,moved,2015-01-01,moved
A,C1,,,,,2000-01-01,1999-01-01,2000-01-01,,2008-01-01,moved
A,C2,,,,,2000-01-01,,2008-01-01,moved,2010-01-01,moved
END
again 3 --on-error=skip
counts 3 0 1 0 2 0 1
found 3 official_on order 1999-01-01
found 4 joined_on overlap 2008-01-01

# Birth and admission are judged over all stays of the person.
given "$members" <<'END'
A,C1,,2000-01-01,,,2012-01-01,,2012-01-01,,2013-01-01,moved
A,C2,,,,,1999-01-01,,2013-01-01,moved,,
END
import 3
only 2 birth_date order 2000-01-01

# --- changes ---------------------------------------------------------------------------------------

given "$members" <<'END'
A,C1,An,1980,male,advanced,2000-01-01,2001-01-01,,,,
END
import 0
# An empty cell never erases, and rules apply to the record as it would be stored.
given "$members" <<'END'
A,,,,,,2000-01-01,,2000-01-01,,2010-01-01,moved
END
again 0
counts 1 0 1 0 0 0 1
[ "$(stays)" = 'A,C1,An,1980,male,,,,,advanced,,2000-01-01,2001-01-01,2000-01-01,admitted,2010-01-01,moved' ] ||
	fail 'an empty cell erased'
given member,joined_on,left_on,left_by,unit,admitted_on,gender,theory <<'END'
A,2000-01-01,,,C1,2000-01-01,,elementary
END
again 0 --blank-clears --verbose
counts 1 0 1 0 0 0 1
says_line "$err" "$file:2: A: gender: \"male\" → \"\""
says_line "$err" "$file:2: A: left_by: \"moved\" → \"\""
[ "$(stays)" = 'A,C1,An,1980,,,,,,elementary,,2000-01-01,2001-01-01,2000-01-01,admitted,,' ] ||
	fail '--blank-clears'
given member,joined_on,unit,admitted_on <<'END'
A,2000-01-01,,2000-01-01
END
again 3 --blank-clears
only 2 unit required
again 0
counts 1 0 0 1 0 0 1
given unit,name,kind,parent <<'END'
C1,,cell,
END
again 0
counts 1 0 0 1 0 0 1
again 3 --blank-clears
found 2 name required
# A new record without what it needs is refused all the same.
given unit,name,kind,parent <<'END'
C7,,cell,H
END
again 3
only 2 name required

# --- the tree of the units -------------------------------------------------------------------------

given unit,name,kind,parent <<'END'
R,Rễ,district,
END
import 3
only 2 parent tree
says "$err" 'the parent is missing: only one unit may have none, and there is one already'
given unit,name,kind,parent,opened_on,closed_on <<'END'
N3,Ba,cell,N2,,
N2,Hai,section,N1,,
N1,Một,committee,H,1/1/2000,1/1/2000
END
import 0
counts 3 3 0 0 0 0 1
given unit,name,kind,parent <<'END'
N4,Bốn,cell,N2
N3,Ba,cell,N2
N2,Hai,section,N9
N1,Một,committee,H
END
import 3 --on-error=skip
counts 4 1 0 0 3 0 1
found 4 parent unknown_unit N9
found 2 parent tree N2
found 3 parent tree N2
says "$err" 'the unit above it was rejected'
given unit,name,kind,parent <<'END'
X1,,commune,N1
N1,Một,committee,C1
END
import 3
found 2 parent tree N1
found 3 parent tree C1
says "$err" 'the units above it lead round in a circle'
given unit,name,kind,parent,opened_on,closed_on <<'END'
N1,Một,committee,N1,,
N2,Hai,committee,H,2000-01-02,2000-01-01
N3,Ba,xóm,H,,
H,Đảng bộ huyện,district,,,
H,Đảng bộ khác,district,,,
END
import 3 --on-error=skip
found 2 parent tree N1
found 3 closed_on order 2000-01-01
found 4 kind word xóm
found 6 unit duplicate H
counts 5 0 0 1 4 0 1
# Units below a row that is refused for a reason of its own fall with it.
given unit,name,kind,parent <<'END'
N2,Hai,cell,N1
N1,Một,xóm,H
END
import 3 --on-error=skip
found 3 kind word xóm
found 2 parent unknown_unit N1
counts 2 0 0 0 2 0 1

# --- how much is told, how much is borne -------------------------------------------------------------

awk 'BEGIN { for (i = 1; i <= 150; i++) print i ",C9,,,,,2000-01-01,,,,,"; print "A,C1,,,,,2000-01-01,,,,," }' |
	given "$members"
import 3
counts 151 1 0 0 150 0 0
[ "$(grep -c "^$file:[0-9]*: unit: " "$err")" = 20 ] || fail 'not 20 errors told'
found 21 unit unknown_unit C9
says_line "$err" "$file: … and 130 more (--rejects FILE writes every rejected row)"
[ "$(sql "json_array_length(j, '\$.errors') || ' ' || (j ->> '\$.errors[99].line')")" = '100 101' ] ||
	fail 'not the first 100 errors in JSON'
import 3 --on-error=skip
counts 151 1 0 0 150 0 1
import 3 --on-error=skip --max-errors 150
counts 151 1 0 0 150 0 1
import 3 --on-error=skip --max-errors 149
counts 151 1 0 0 150 0 0
import 3 --on-error=skip --max-errors 0
counts 151 1 0 0 150 0 0
import 3 --on-error=skip --dry-run
counts 151 1 0 0 150 0 0

# With the month first the dates that read as valid are probably wrong: nothing is stored.
given "$members" <<'END'
A,C1,An,,,,3/2/2000,,,,,
B,C1,Bình,12/31/1980,,,3/2/2000,,,,,
END
import 3 --on-error=skip
counts 2 1 0 0 1 0 0
only 3 birth_date date 12/31/1980

# --- the rejects file --------------------------------------------------------------------------------

rejects=$folder/rejects.csv
given <<'END'
Danh sách đảng viên;;;
Số lý lịch;Chi bộ;Họ và tên;Ngày vào Đảng;
A;C1;An;1/1/2000;
B;C9;"Bình; ""Tư""";1/1/2000;
C;C1;"Chi;1/1/2000;
D;C9;Dung;31/2/2000;
E;C1
F;Chi bộ 1;"Phúc
Hậu";1/1/2000;
END
import 3 --on-error=skip --rejects "$rejects"
counts 6 1 0 0 5 0 1
cmp "$rejects" - >&2 <<'END' || fail 'rejects'
Số lý lịch;Chi bộ;Họ và tên;Ngày vào Đảng;;_line;_column;_code;_message
B;C9;"Bình; ""Tư""";1/1/2000;;4;unit;unknown_unit;"no unit has this code or name; import the units first (got ""C9"")"
"C;C1;""Chi;1/1/2000;";;;;;5;;quote;the quote opened on line 5 is not closed, and line 6 looks like another record
D;C9;Dung;31/2/2000;;6;admitted_on;date;"a day that the calendar does not have (got ""31/2/2000""); unit: no unit has this code or name; import the units first (got ""C9"")"
E;C1;;;;7;;too_few_cells;only 2 cells, where the header has 4
F;Chi bộ 1;"Phúc
Hậu";1/1/2000;;8;unit;ambiguous_unit;"several units have this name (C1, C3); use the code (got ""Chi bộ 1"")"
END
[ "$(stat -c %a "$rejects")" = 600 ] || fail 'mode of the rejects'
# As it is, it is rejected again; mended, it completes the roll, whatever stands in its own columns.
cp "$rejects" "$folder/again.csv"
run 3 import "$folder/again.csv"
sed 's/;C9;/;C1;/; s/31\/2/28\/2/; s/^"C;C1;""Chi;1\/1\/2000;";;;;/C;C1;Chi;1\/1\/2000;/
	s/^E;C1;;/E;C1;Em;1\/1\/2000/; s/;Chi bộ 1;/;C3;/' "$rejects" >"$folder/mended.csv"
cp "$folder/mended.csv" "$file"
again 0
counts 5 5 0 0 0 0 1
says_not "$err" _line
stays | cut -d, -f1-3,12 >"$folder/got"
cmp "$folder/got" - >&2 <<'END' || fail 'mended'
A,C1,An,2000-01-01
B,C1,"Bình; ""Tư""",2000-01-01
C,C1,Chi,2000-01-01
D,C1,Dung,2000-02-28
E,C1,Em,2000-01-01
F,C3,Phúc Hậu,2000-01-01
END
# The same for each kind: `_code` is no code of a unit.
given unit,name,kind,parent <<'END'
Z,,cell,H
END
import 3 --rejects "$rejects"
sed 's/^Z,,/Z,Chi bộ Z,/' "$rejects" >"$file"
again 0
counts 1 1 0 0 0 0 1
# When nothing is rejected the file says so, and an old one does not stay.
import 0 --rejects "$rejects"
[ "$(wc -l <"$rejects")" = 1 ] || fail 'old rejects stayed'
# A delimiter that is not looked for is told; UTF-16 becomes UTF-8.
given <<'END'
sep=|
unit|name|kind|parent
Z||cell|H
END
iconv -f UTF-8 -t UTF-16 "$file" >"$folder/16.csv"
cp "$folder/16.csv" "$file"
import 3 --rejects "$rejects"
sed 's/^Z||/Z|Chi bộ Z|/' "$rejects" >"$file"
again 0
counts 1 1 0 0 0 0 1
# Rejects of an all-or-nothing import are those rows alone; a rejects file that cannot be written fails.
run 1 import --rejects "$folder/no/such/folder.csv" "$file"
run 1 import --rejects "$folder" "$file"

# --- the guard against formulas ----------------------------------------------------------------------

given "$members" <<'END'
=1,C1,=x,,,,2000-01-01,,,,,
'=2,C1,'=x,,,,2000-01-01,,,,,
''@3,C1,''@,,,,2000-01-01,,,,,
'4,C1,'tư,,,,2000-01-01,,,,,
-5,C1,"+84 ""9""",,,,2000-01-01,,,,,
END
import 0
stays | cut -d, -f1-3 >"$folder/got"
cmp "$folder/got" - >&2 <<'END' || fail 'guard'
'4,C1,'tư
''@3,C1,''@
'-5,C1,"'+84 ""9"""
'=1,C1,'=x
'=2,C1,'=x
END
"$memberstat" list members >"$folder/listed.csv"
cp "$folder/listed.csv" "$file"
again 0
counts 5 0 0 5 0 0 1
"$memberstat" list members --excel >"$file"
again 0
counts 5 0 0 5 0 0 1

# --- wrong usage, wrong files ------------------------------------------------------------------------

given "$members" </dev/null
for words in 'membres' '--encoding utf-32' '--delimiter ab' '--on-error=ignore' '--max-errors many' \
	'--map gender' '--map gender=' '--map sex=Phái' '--format xml' '--no-such-option'; do
	# shellcheck disable=SC2086 # words
	run 2 import $words "$file"
	silent "$out"
	says "$err" 'memberstat: '
done
says "$err" 'See: memberstat help'
run 2 import
run 2 import members
run 2 import --rejects "$file" "$file"
run 2 import --rejects "$rejects" "$file" "$file"
run 2 import membres "$file"
says "$err" 'did you mean "members"?'
run 1 import "$folder"
run 1 import "$folder/missing.csv"
says "$err" "$folder/missing.csv"
if [ "$(id -u)" != 0 ]; then
	chmod 000 "$file"
	run 1 import "$file"
fi
run 3 import units - <"$folder/listed.csv"
says_line "$err" "-:1: name: the required column \"Name\" is missing; if it has another heading use --map 'name=HEADING'"

# In Vietnamese.
rm -f "$file"
given "$members" <<'END'
A,C9,An,,,,31/02/2000,,,,,
END
run 3 --lang vi import "$file"
says_line "$err" "$file:2: unit: không có đơn vị nào có mã hoặc tên này; hãy nhập danh sách đơn vị trước (đọc được \"C9\")"
says_line "$err" "$file:2: admitted_on: ngày không có trong lịch (đọc được \"31/02/2000\")"
says_line "$err" "$file: đảng viên: đọc 1 = thêm 0 + cập nhật 0 + không đổi 0 + từ chối 1 + bỏ qua 0; không lưu gì"
