#!/bin/sh
# The rejects file has the refused rows as they came. When it is corrected, it completes the roll.
set -eu
# shellcheck source=tests/importing.sh
. "${ROOT:-.}/tests/importing.sh"

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
# Unchanged, it is rejected again. Corrected, it completes the roll, whatever is in the columns that
# begin with _.
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
# The same for each kind: `_code` is not taken for the code of a unit.
given unit,name,kind,parent <<'END'
Z,,cell,H
END
import 3 --rejects "$rejects"
sed 's/^Z,,/Z,Chi bộ Z,/' "$rejects" >"$file"
again 0
counts 1 1 0 0 0 0 1
# When nothing is rejected the file has only the header; an old file is replaced.
import 0 --rejects "$rejects"
[ "$(wc -l <"$rejects")" = 1 ] || fail 'old rejects stayed'
# A delimiter that import does not find by itself is named in a sep= line; UTF-16 becomes UTF-8.
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
# A byte order mark stays, and UTF-16 becomes UTF-8 with one, because a spreadsheet knows UTF-8 only
# by it. A file without one gets none.
mark() {
	[ "$(head -c 3 "$rejects" | od -An -tx1)" = ' ef bb bf' ]
}
given unit,name,kind,parent <<'END'
Z,,cell,H
END
cp "$file" "$folder/plain.csv"
import 3 --rejects "$rejects"
! mark || fail 'a byte order mark out of nowhere'
{
	printf '\357\273\277'
	cat "$folder/plain.csv"
} >"$file"
import 3 --rejects "$rejects"
mark || fail 'the byte order mark is gone'
sed 's/^Z,,/Z,Chi bộ Z,/' "$rejects" >"$file"
again 0
counts 1 1 0 0 0 0 1
iconv -f UTF-8 -t UTF-16 "$folder/plain.csv" >"$file"
import 3 --rejects "$rejects"
mark || fail 'no byte order mark for UTF-16'
iconv -f UTF-8 -t UTF-16LE "$folder/plain.csv" >"$file"
import 3 --encoding utf-16le --rejects "$rejects"
mark || fail 'no byte order mark for UTF-16 without one'
# It comes before the sep= line, and import understands both.
{
	printf '\357\273\277sep=|\n'
	tr , '|' <"$folder/plain.csv"
} >"$file"
import 3 --rejects "$rejects"
[ "$(head -n 1 "$rejects")" = "$(printf '\357\273\277sep=|')" ] || fail 'mark and sep='
sed 's/^Z||/Z|Chi bộ Z|/' "$rejects" >"$file"
again 0
counts 1 1 0 0 0 0 1

# Also an import that stores nothing writes only the refused rows. A rejects file that cannot be
# written is a failure.
run 1 import --rejects "$folder/no/such/folder.csv" "$file"
run 1 import --rejects "$folder" "$file"
