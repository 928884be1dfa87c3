#!/bin/sh
# What import refuses and how it says so: every code, with file, line, column and value.
set -eu
# shellcheck source=tests/importing.sh
. "${ROOT:-.}/tests/importing.sh"

# --- files ------------------------------------------------------------------------------------------

: | given
import 3
only 1 - file
says_line "$err" "$file:1: the file is empty"
printf 'PK\003\004\024\000\006\000' | given
import 3
only 1 - file
says "$err" 'the archive is damaged or was not copied to its end'
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

# A quote that is never closed costs only its own record; the message names its line.
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

# Lines are those of the file, also after cells that run over lines.
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
# On the border: today, admitted on the day of birth, left on the day of joining.
day=$(date +%Y-%m-%d)
given "$members" <<END
A,C1,,$day,,,$day,$day,$day,,$day,died
B,C1,,2000,,,2000-12-31,2000-12-31,,,2000-12-31,died
C,C1,,2000-02,,,2000-02-29,,,,,
D,C1,,$(date +%Y),,,$day,,,,,
END
import 0
counts 4 4 0 0 0 0 1

# All faults of a row are told at once; the row counts once.
given "$members" <<'END'
A,C9,An,1999-02-30,x,,2999-01-01,,,,2000-01-01,
END
import 3
counts 1 0 0 0 1 0 0
found 2 unit unknown_unit C9
found 2 birth_date date 1999-02-30
found 2 gender word x
found 2 admitted_on future 2999-01-01

# --- how many are printed, how many are allowed ------------------------------------------------------

awk 'BEGIN { for (i = 1; i <= 150; i++) print i ",C9,,,,,2000-01-01,,,,,"; print "A,C1,,,,,2000-01-01,,,,," }' |
	given "$members"
import 3
counts 151 1 0 0 150 0 0
[ "$(grep -c "^$file:[0-9]*: unit: " "$err")" = 3 ] || fail 'not the first three of equal errors told'
found 4 unit unknown_unit C9
says_line "$err" "$file: unit: 1 unit is not known: C9; in 150 rows; import the units first (memberstat template units makes an empty sheet)"
says_line "$err" "$file: … and 147 more (--rejects FILE writes every rejected row)"
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

# Ten with the very same words are told one by one, eleven are not.
told() {
	grep -c "^$file:[0-9]*: $1" "$err" || :
}
for count in 10 11; do
	awk -v count=$count 'BEGIN { for (i = 1; i <= count; i++) print i ",C1,,,,,31/2/2000,,,,," }' |
		given "$members"
	import 3
	if [ $count = 10 ]; then
		[ "$(told admitted_on:)" = 10 ] || fail 'not ten equal errors told'
		says_not "$err" 'rows in all'
		says_not "$err" 'more ('
	else
		[ "$(told admitted_on:)" = 3 ] || fail 'eleven equal errors told one by one'
		says_line "$err" "$file: admitted_on: 11 rows in all: a wrong date (got \"31/2/2000\"); first on lines 2, 3, 4, 5, 6"
		says_line "$err" "$file: … and 8 more (--rejects FILE writes every rejected row)"
	fi
done
# Of those that differ twenty are told, and then what there is of each.
awk 'BEGIN { for (i = 30; i >= 1; i--) print i ",Y" i % 12 ",,,w" i ",,2000-01-01,,,,," }' | given "$members"
import 3
[ "$(told '')" = 20 ] || fail 'not twenty errors told'
says "$err" "$file: unit: 12 units are not known: Y"
says "$err" ', …; in 30 rows; import the units first'
says "$err" "$file: gender: 30 rows in all: an unknown word (got \"w"
says "$err" '", …); first on lines 2, 3, 4, 5, 6'
says_line "$err" "$file: … and 40 more (--rejects FILE writes every rejected row)"
# The heading of the file stands beside the name of its column, in the reader's language.
given <<'END'
Số lý lịch,"Chi bộ
sinh hoạt *",admitted_on,Năm sinh
A1,C9,31/2/2000,x
END
import 3
says_line "$err" "$file:3: unit: \"Chi bộ sinh hoạt *\": no unit has this code or name; import the units first (got \"C9\")"
says_line "$err" "$file:3: admitted_on: a day that the calendar does not have (got \"31/2/2000\")"
says "$err" "$file:3: birth_date: \"Năm sinh\": not a date"
cp "$folder/base.db" "$MEMBERSTAT_DB"
printf 'member,unit,admitted_on,joined_on,left_on,left_by\nA1,C1,1/2/2000,,1/3/2010,moved\nA1,C2,1/2/2000,28/2/2010,,\n' >"$file"
run 3 --lang vi import "$file"
says "$err" "$file:3: joined_on: chồng lên thời gian sinh hoạt 01/02/2000 – 01/03/2010 của cùng đảng viên A1"
says "$err" '(đọc được "28/02/2010")'
run 3 import "$file"
says "$err" "$file:3: joined_on: overlaps the stay 2000-02-01 – 2010-03-01 of the same member A1"

# In a file with the month first, the dates that are valid are probably wrong too: nothing is
# stored.
given "$members" <<'END'
A,C1,An,,,,3/2/2000,,,,,
B,C1,Bình,12/31/1980,,,3/2/2000,,,,,
END
import 3 --on-error=skip
counts 2 1 0 0 1 0 0
only 3 birth_date date 12/31/1980

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
run 2 import --rejects "$folder/rejects.csv" "$file" "$file"
run 2 import membres "$file"
says "$err" 'did you mean "members"?'
run 1 import "$folder"
run 1 import "$folder/missing.csv"
says "$err" "$folder/missing.csv"
if [ "$(id -u)" != 0 ]; then
	chmod 000 "$file"
	run 1 import "$file"
	chmod 600 "$file"
fi
run 3 import units - <"$file"
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
