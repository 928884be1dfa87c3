#!/bin/sh
# What a program spoilt before it came here is refused and told, and what only looks so is not.
set -eu
# shellcheck source=tests/importing.sh
. "${ROOT:-.}/tests/importing.sh"

# --- error values and words for nothing, in every column that is read ----------------------------------

header=member,unit,full_name,birth_date,gender,ethnicity,religion,occupation,education,theory,card_no,\
admitted_on,official_on,joined_on,joined_by,left_on,left_by
sound='A1,C1,An,1980,nam,Kinh,Không,Nông dân,12/12,,1234,2000-01-01,2001-01-01,2000-01-01,admitted,,'
# spoilt COLUMN VALUE: that column of a sound row has this value.
spoilt() {
	{
		echo "$header"
		HEADER=$header COLUMN=$1 VALUE=$2 awk -F, -v OFS=, 'BEGIN { n = split(ENVIRON["HEADER"], names)
			for (i = 1; i <= n; i++) if (names[i] == ENVIRON["COLUMN"]) at = i }
			{ $at = ENVIRON["VALUE"]; print }' <<-END
				$sound
			END
	} | given
}
for column in $(echo "$header" | tr , ' '); do
	spoilt "$column" '#N/A'
	import 3
	found 2 "$column" damaged '#N/A'
	counts 1 0 0 0 1 0 0
done
for value in '#REF!' '#ref!' '#VALUE!' '#NAME?' '#DIV/0!' '#NUM!' '#NULL!' '####' '#' Err:502 NULL null NaN nan \
	None N/A n/a '(blank)'; do
	for column in member unit full_name occupation gender birth_date admitted_on; do
		spoilt $column "$value"
		import 3
		only 2 $column damaged "$value"
	done
done
for value in None none NONE 0 không; do
	spoilt religion $value
	import 0
	[ "$(stays | cut -d, -f7)" = Không ] || fail "$value is a religion"
done
spoilt religion NULL
import 3
only 2 religion damaged NULL
for value in NAN Nan NA 'C#' '#1' 'Err'; do
	spoilt full_name "$value"
	import 0
done
given unit,as_of,population,source <<'END'
X1,2019-04-01,#N/A,nan
END
import 3
found 2 population damaged '#N/A'
found 2 source damaged nan
given plan,unit,from,to,target,ratio_percent <<'END'
K,X1,2021-01-01,2021-12-31,NULL,#DIV/0!
END
import 3
found 2 target damaged NULL
found 2 ratio_percent damaged '#DIV/0!'
given unit,name,kind,parent <<'END'
#REF!,#N/A,none,H
END
import 3
found 2 unit damaged '#REF!'
found 2 name damaged '#N/A'
found 2 kind damaged none
says "$err" 'an error value of the spreadsheet; correct the formula or empty the cell'
run 3 --lang vi import "$file"
says "$err" 'ô báo lỗi của bảng tính; hãy sửa công thức hoặc xóa trống ô'
# In columns that are not read they do no harm.
given 'member,unit,admitted_on,Ghi chú,Quê quán' <<'END'
A1,C1,2000-01-01,#N/A,NULL
END
import 0

# --- strokes in empty cells ------------------------------------------------------------------------------

given "$members" <<'END'
A1,C1,-,–,—,.," - ",-,-,-,-,-
A2,C1,- -,1980,nam,,2000-01-01,,,,,
Tổng cộng,-,-,-,,,,,,,,
-,–,—,.,,,,,,,,
END
import 3
only 2 admitted_on required
counts 4 1 0 0 1 2 0
import 3 --on-error=skip
[ "$(stays)" = "A2,C1,'- -,1980,male,,,,,,,2000-01-01,,2000-01-01,admitted,," ] || fail 'strokes'
printf -- '-,C1,,,,,2000-01-01,,,,,\n' | given "$members"
import 3
only 2 member required

# --- codes -----------------------------------------------------------------------------------------------

for code in 8.72E+11 8,72E+11 1E+05 8.72e+11; do
	row "\"$code\",C1,,,,,2000-01-01,,,,," member damaged "$code"
	row "A1,\"$code\",,,,,2000-01-01,,,,," unit damaged "$code"
done
says "$err" 'take the code from the original, with the column formatted as text'
given member,unit,admitted_on,card_no <<'END'
1e5,C1,2000-01-01,8.72E11
8.72E+11x,C1,2000-01-01,30E-1
END
import 0
row "$(printf 'A\0332,C1,,,,,2000-01-01,,,,,')" member damaged 'A\x1b2'
row "$(printf 'A\302\2002,C1,,,,,2000-01-01,,,,,')" member damaged 'A\u00802'

# Unseen characters are dropped, an apostrophe before a digit and ="…" are taken off.
zero_width=$(printf '\342\200\213')
left_to_right=$(printf '\342\200\216')
selector=$(printf '\357\270\217')
given "$members" <<END
00${zero_width}1$selector,${left_to_right}C1,A${left_to_right}n,,n${zero_width}am$left_to_right,,2000-01-01,,,,,
'002,'C1,'2,,,,2000-01-01,,,,,
''003,C1,,,,,2000-01-01,,,,,
="004",="C1",="Lê ""Cam""",="1980",="nam",,="2000-01-01",,,,,
"=""005""",C1,=x,,,,2000-01-01,,,,,
"'=""006""",C1,,,,,2000-01-01,,,,,
END
import 3
only 3 unit unknown_unit "'C1"
sed 3s/"'C1"/C1/ "$file" >"$file.new"
mv "$file.new" "$file"
import 0
stays | cut -d, -f1-5 >"$folder/got"
cmp "$folder/got" - >&2 <<END || fail 'what stands around codes'
''003,C1,,,
001,C1,A${left_to_right}n,,male
002,C1,'2,,
004,C1,"Lê ""Cam""",1980,male
005,C1,'=x,,
"'=""006""",C1,,,
END
"$memberstat" list members >"$folder/listed.csv"
cp "$folder/listed.csv" "$file"
again 0
counts 6 0 0 6 0 0 1

# --- UTF-8 that was read as another code page --------------------------------------------------------------

if command -v iconv >/dev/null; then
	tail -n +2 "$sample/members.csv" | cut -d, -f3 | grep '[^ -~]' | sort -u | head -n 200 >"$folder/names"
	for page in CP1258 CP437 CP850 CP1251 MACINTOSH LATIN1; do
		# A page has no character for some bytes; those names are left out.
		while IFS= read -r name; do
			! name=$(printf '%s\n' "$name" | iconv -f "$page" -t UTF-8 2>/dev/null) ||
				printf '%s\n' "$name"
		done <"$folder/names" | awk '{ printf "A%d,C1,%s,,,,2000-01-01,,,,,\n", NR, $0 }' | given "$members"
		rows=$(($(wc -l <"$file") - 1))
		[ $rows -gt 50 ] || fail "$page: $rows names only"
		import 3 --on-error=skip
		counts $rows 0 0 0 $rows 0 0
	done
fi
row 'A1,C1,Nguyá»…n,,,,2000-01-01,,,,,' full_name damaged 'Nguyá»…n'
says "$err" 'UTF-8 that was opened as Windows-1252 and should be "Nguyễn"; open the original as UTF-8'
row 'A1,C1,NguyÃ¡Â»â€¦n,,,,2000-01-01,,,,,' full_name damaged
says "$err" 'should be "Nguyễn"'
row 'A1,C1,,,Ná»¯,,2000-01-01,,,,,' gender damaged 'Ná»¯'
row 'A1,Chi bá»™ áº¤p ÄÃ´ng,,,,,2000-01-01,,,,,' unit damaged
run 3 --lang vi import "$file"
says "$err" 'chữ UTF-8 đã bị mở nhầm bằng bảng mã Windows-1252'
# In headings it is an error of the file, whether all of them or one.
# shellcheck disable=SC1112 # it is what a quote in UTF-8 becomes
given 'Sá»‘ lÃ½ lá»‹ch;Chi bá»™;Há» vÃ tÃªn' <<'END'
A1;C1;An
END
import 3
only 1 - damaged
given 'member,unit,admitted_on,Dân tộc,TÃ´n giÃ¡o' <<'END'
A1,C1,2000-01-01,Kinh,Không
END
import 3
only 1 - damaged 'TÃ´n giÃ¡o'
says "$err" 'should be "Tôn giáo"'

# --- percents and dates that cannot be -----------------------------------------------------------------------

for percent in 100.0001 385 999999999 100,1%; do
	printf 'K;X1;2021-01-01;2021-12-31;%s\n' "$percent" | given 'plan;unit;from;to;ratio_percent'
	import 3
	only 2 ratio_percent percent "$percent"
done
says "$err" 'over 100 %; check the decimal point'
for percent in 0.0385 0,0999 0; do
	printf 'K;X1;2021-01-01;2021-12-31;%s\n' "$percent" | given 'plan;unit;from;to;ratio_percent'
	import 3
	only 2 ratio_percent percent "$percent"
done
printf 'K;X1;2021-01-01;2021-12-31;0,0385\n' | given 'plan;unit;from;to;ratio_percent'
import 3
says "$err" 'under 0.1 without its % sign, a warning that a percent cell may have lost its format; write 3.85% or 0.0385%'
given 'plan;unit;from;to;ratio_percent' <<'END'
K;X1;2021-01-01;2021-12-31;0,1
K;X2;2021-01-01;2021-12-31;0,0999 %
K;H;2021-01-01;2021-12-31;100
K;TOTAL;2021-01-01;2021-12-31;0%
END
import 0
"$memberstat" list plans | cut -d, -f2,6 >"$folder/got"
cmp "$folder/got" - >&2 <<'END' || fail 'percents'
unit,ratio_percent
H,100
TOTAL,0%
X1,0.1
X2,0.0999%
H,3.85
END
for option in '' --excel --format=tsv; do
	# shellcheck disable=SC2086 # an option or none
	"$memberstat" list plans $option >"$file"
	again 0
	counts 5 0 0 5 0 0 1
done
[ "$("$memberstat" list plans --excel | sed -n 5p | cut -d';' -f6)" = '0,0999%' ] || fail '--excel'
[ "$("$memberstat" list plans --format json | grep -c '"ratio_percent":0.0999')" = 1 ] || fail 'JSON'

row 'A1,C1,,,,,1930-02-02,,,,,' admitted_on date 1930-02-02
says "$err" 'before the Party was founded (1930-02-03); check the year'
row 'A1,C1,,,,,2000-01-01,02/02/1930,,,,' official_on date 02/02/1930
row 'A1,C1,,,,,2000-01-01,,1899-12-30,,,' joined_on date 1899-12-30
row 'A1,C1,,1849-12-31,,,2000-01-01,,,,,' birth_date date 1849-12-31
row 'A1,C1,,1849,,,2000-01-01,,,,,' birth_date date 1849
row 'A1,C1,,12/1849,,,2000-01-01,,,,,' birth_date date 12/1849
given "$members" <<'END'
A1,C1,,1850,,,1930-02-03,1930-02-03,1930-02-03,,1930-02-03,transferred
A2,C1,,1850-01-01,,,1930-02-03,,,,,
END
import 0
counts 2 2 0 0 0 0 1

# --- the sample has no finding -------------------------------------------------------------------------------

rm -f "$MEMBERSTAT_DB"
run 0 import "$sample/units.csv" "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"
says "$err" 'read 5190 = added 5190 + updated 0 + unchanged 0 + rejected 0 + skipped 0'
