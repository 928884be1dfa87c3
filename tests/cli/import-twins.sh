#!/bin/sh
# A new code that differs from another one only by leading zeros, case or letters that look alike is
# refused, whether the other one is stored or stands earlier in the file.
set -eu
# shellcheck source=tests/importing.sh
. "${ROOT:-.}/tests/importing.sh"

# people CODE…: a file of them, a row each, in this order.
people() {
	for code; do
		printf '%s,C1,Người %s,,,,2000-01-01,,,,,\n' "$code" "$code"
	done | given "$members"
}

# stored CODE…: what is stored of people are these codes.
stored() {
	printf '%s\n' "$@" | LC_ALL=C sort >"$folder/wanted"
	stays | cut -d, -f1 >"$folder/got"
	cmp "$folder/wanted" "$folder/got" >&2 || fail 'other codes are stored'
}

# --- of a stored code ----------------------------------------------------------------------------------

people 000123 AB-1 Đv7 500
import 0
cp "$MEMBERSTAT_DB" "$folder/four.db"
# refused CODE OTHER DIFFERENCE
refused() {
	cp "$folder/four.db" "$MEMBERSTAT_DB"
	people "$1"
	again 3
	only 2 member twin "$1"
	says "$err" "a new code that differs from $2 only by $3; correct it"
	again 0 --allow-twins
	counts 1 1 0 0 0 0 1
}
refused 123 000123 'leading zeros'
refused 0123 000123 'leading zeros'
refused 0000123 000123 'leading zeros'
refused 00500 500 'leading zeros'
refused ab-1 AB-1 case
refused Ab-1 AB-1 case
refused 0ab-1 AB-1 'leading zeros and case'
refused ĐV7 Đv7 case
refused đv7 Đv7 case
refused Ðv7 Đv7 'letters that look alike'       # eth
refused ÐV7 Đv7 'letters that look alike'
refused АB-1 AB-1 'letters that look alike'     # Cyrillic A
refused ΑΒ-1 AB-1 'letters that look alike'     # Greek
refused 0аВ-1 AB-1 'leading zeros and letters that look alike'
cp "$folder/four.db" "$MEMBERSTAT_DB"
people 0аВ-1
run 3 --lang vi import "$file"
says "$err" 'mã mới chỉ khác mã AB-1 ở số 0 ở đầu và chữ trông giống nhau; hãy sửa mã'
# What differs in more than that is another code.
cp "$folder/four.db" "$MEMBERSTAT_DB"
people 1230 12 1 AB-01 ABC-1 ÁB-1 Dv7 5000 50 0
again 0
counts 10 10 0 0 0 0 1

# The codes that are there stay what they are: twins of each other, too.
cp "$folder/four.db" "$MEMBERSTAT_DB"
people 123
again 0 --allow-twins
people 123 000123 500
again 0
counts 3 0 0 3 0 0 1
sed 's/Người 123,/Ba,/' "$file" >"$file.new"
mv "$file.new" "$file"
again 0
counts 3 0 1 2 0 0 1
people 0123
again 3
only 2 member twin 0123
run 0 undo
run 0 undo
stored 000123 AB-1 Đv7 500
people 123
again 3

# All stays of the code are refused, and told; nobody else is.
cp "$folder/four.db" "$MEMBERSTAT_DB"
given "$members" <<'END'
123,C1,An,,,,2000-01-01,,,,2005-01-01,moved
600,C1,Ba,,,,2000-01-01,,,,,
123,C2,An,,,,2000-01-01,,2005-01-01,moved,,
END
again 3 --on-error=skip --rejects "$folder/sai.csv"
counts 3 1 0 0 2 0 1
found 2 member twin 123
found 4 member twin 123
[ "$(wc -l <"$folder/sai.csv")" = 3 ] || fail 'the file of rejected rows'
sed 's/^123,/000123,/' "$folder/sai.csv" >"$file"
again 0
stored 000123 000123 600 AB-1 Đv7 500

# --- of one earlier in the file --------------------------------------------------------------------------

# In the order of the codes or not, at once or from a pipe: the first line counts.
first_counts() {
	later=$1
	shift
	people "$@"
	import 3
	only "$later" member twin
	run 3 import members - <"$file"
	says "$err" "-:$later: member: a new code that differs from"
	import 3 --on-error=skip
	counts $# $(($# - 1)) 0 0 1 0 1
	import 0 --allow-twins
	counts $# $# 0 0 0 0 1
}
first_counts 3 000123 123
first_counts 3 123 000123
first_counts 4 A1 B2 a1
first_counts 4 a1 B2 A1
first_counts 5 x 2 3 X
first_counts 5 X 1 2 x
first_counts 3 А1 A1
first_counts 4 A1 2 А1
first_counts 3 00 000
people 1 01 001 a A 0a
import 3 --on-error=skip
counts 6 2 0 0 4 0 1
stored 1 a
# A row of the code further up in the file counts.
given "$members" <<'END'
7,C1,An,,,,2000-01-01,,2005-01-01,moved,,
007,C1,Ba,,,,2000-01-01,,,,,
7,C1,An,,,,2000-01-01,,,,2005-01-01,moved
END
import 3
only 3 member twin 007
# One that is refused for another reason has no twin.
given "$members" <<'END'
7,C9,An,,,,2000-01-01,,,,,
007,C1,Ba,,,,2000-01-01,,,,,
END
import 3 --on-error=skip
counts 2 1 0 0 1 0 1
stored 007
# Codes of many ways are compared, and are no twins.
people 1 02 003 A bb Cc ĐD 1a 2A aB1 C-d Ðe 0f
import 0
counts 13 13 0 0 0 0 1

# Shuffled or not, thousands of codes of which some are twins: the same ones, by line.
awk 'BEGIN { srand(7); for (i = 1; i <= 4000; i++) { n = int(rand() * 3000); z = int(rand() * 3)
	print substr("0000000", 1, z) n } }' | awk '!seen[$0]++' >"$folder/codes"
# shellcheck disable=SC2046 # words
people $(cat "$folder/codes")
awk '{ key = $0; sub(/^0+/, "", key); if (key in first) twins++; else first[key] = $0 }
	END { print NR, NR - twins, 0, 0, twins, 0, 1 }' "$folder/codes" >"$folder/wanted"
import 3 --on-error=skip
# shellcheck disable=SC2046 # words
counts $(cat "$folder/wanted")
LC_ALL=C sort "$folder/codes" >"$folder/sorted"
# shellcheck disable=SC2046 # words
people $(cat "$folder/sorted")
import 3 --on-error=skip
# shellcheck disable=SC2046 # words
counts $(cat "$folder/wanted")

# --- units -----------------------------------------------------------------------------------------------

given unit,name,kind,parent <<'END'
c1,Chi bộ mới,cell,X1
Х1,Đảng bộ xã khác,commune,H
0C2,Chi bộ hai,cell,X1
D1,Chi bộ D,cell,X1
D01,Chi bộ không,cell,X1
END
import 3
found 2 unit twin c1
found 3 unit twin
found 4 unit twin 0C2
says "$err" "a new code that differs from C1 only by case"
counts 5 2 0 0 3 0 0
import 0 --allow-twins
counts 5 5 0 0 0 0 1
again 0
counts 5 0 0 5 0 0 1
given unit,name,kind,parent <<'END'
007,Chi bộ bảy,cell,X1
7,Chi bộ khác,cell,X1
END
import 3
only 3 unit twin 7
# A code that no unit has, and the one that may be meant.
given unit,name,kind,parent <<'END'
007,Chi bộ bảy,cell,X1
END
import 0
given unit,as_of,population <<'END'
7,2019-04-01,100
END
again 3
only 2 unit unknown_unit 7
says "$err" 'no unit has this code; 007 differs from it only by leading zeros: correct the code'
printf 'A,07,,,,,2000-01-01,,,,,\n' | given "$members"
again 3
says "$err" 'no unit has this code; 007 differs from it only by leading zeros'

# --- a roll that an older program made -----------------------------------------------------------------------

cp "$folder/four.db" "$MEMBERSTAT_DB"
older_roll 6
run 0 recount
people 123 đv7
again 3
found 2 member twin 123
found 3 member twin đv7
counts 2 0 0 0 2 0 0

# --- the sample, as a spreadsheet saves it without its zeros ---------------------------------------------------

rm -f "$MEMBERSTAT_DB"
run 0 import "$sample/units.csv" "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"
sed 's/^00*//' "$sample/members.csv" >"$file"
changed=$(cmp -l "$file" "$sample/members.csv" | wc -l)
[ "$changed" -gt 0 ] || fail 'no code of the sample begins with 0'
zeros=$(grep -c '^0' "$sample/members.csv")
again 3
counts 5190 0 0 $((5190 - zeros)) "$zeros" 0 0
run 0 report summary --as-of 2022-04-30
says "$out" ',4541,'
