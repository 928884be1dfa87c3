#!/bin/sh
# How import reads cells: values in all their spellings, units by name, headings of --map.
set -eu
# shellcheck source=tests/importing.sh
. "${ROOT:-.}/tests/importing.sh"

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
# Without diacritics the word does not begin a total row.
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
K,H,0,0.0001%
K,X1,1000,3.85
K,X2,,3.85
KH41,H,570,3.85
END
given plan,unit,from,to <<'END'
K,X1,2021-01-02,2021-01-01
END
import 3
only 2 to order 2021-01-01

# The built-in plan is that of the root: an empty unit means it, and so does the code of the root.
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

# A name may be as long as any text, and may be given instead of the code.
name=$(printf '%0200d' 0 | sed 's/0/ế/g')
printf 'N1,%s,cell,H\n' "$name" | given unit,name,kind,parent
import 0
printf 'A,%s,,,,,2000-01-01,,,,,\n' "$name" | given "$members"
again 0
[ "$(stays)" = 'A,N1,,,,,,,,,,2000-01-01,,2000-01-01,admitted,,' ] || fail 'a long name'

# --map: for unknown headings, and to choose between two that mean the same.
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
''@3,C1,''@
'-5,C1,"'+84 ""9"""
4,C1,'tư
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
