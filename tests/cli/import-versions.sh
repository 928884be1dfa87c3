#!/bin/sh
# Versions of units and mergers as they come in: what is stored and listed, each rule with its code, and the past
# that is not changed without being asked for.
set -eu
# shellcheck source=tests/importing.sh
. "${ROOT:-.}/tests/importing.sh"

all=unit,name,kind,parent,opened_on,closed_on,since,merged_into

# --- what is stored, and listed as import reads it ----------------------------------------------------

given $all <<'END'
X1,Đảng bộ xã Mỹ Phước,superior,H,,,2025-07-01,
X2,,,,,2025-07-01,,Đảng bộ xã Mỹ An
C1,,,,,1/7/2025,,C3
N1,Chi bộ Mới,cell,Đảng bộ xã Mỹ Phước,,,1/8/2025,
END
import 0
counts 4 2 2 0 0 0 1
cat >"$folder/wanted" <<'END'
unit,name,kind,parent,opened_on,closed_on,since,merged_into
C1,Chi bộ 1,cell,X1,,2025-07-01,,C3
C2,Chi bộ Ấp Đông,cell,X1,,,,
C3,Chi bộ 1,cell,X2,,,,
H,Đảng bộ huyện,district,,,,,
N1,Chi bộ Mới,cell,X1,,,2025-08-01,
TOTAL,Chi bộ Tổng kho,cell,X2,,,,
X1,Đảng bộ xã Mỹ An,commune,H,,,,
X1,Đảng bộ xã Mỹ Phước,superior,H,,,2025-07-01,
X2,Đảng bộ xã Mỹ Hòa,commune,H,,2025-07-01,,X1
END
run 0 list units
same "$out" "$folder/wanted"
cp "$folder/wanted" "$file"
again 0
counts 9 0 0 9 0 0 1
run 0 undo
run 0 list units
"$memberstat" --db "$folder/base.db" list units >"$folder/wanted"
same "$out" "$folder/wanted"

# The headings of offices; words of the new kinds.
given 'Mã đơn vị,Tên đơn vị,Loại hình,Trực thuộc,Từ ngày,Sáp nhập vào,Ngày giải thể' <<'END'
X1,Đảng bộ xã Mỹ Phước,Đảng bộ cấp trên trực tiếp cơ sở,H,01/07/2025,,
X2,,,,,X1,01/07/2025
END
import 0
given 'unit,name,kind,parent,since' <<'END'
H,Đảng bộ tỉnh,đảng bộ tỉnh,,2025-07-01
END
import 0
run 0 list units
says "$out" 'H,Đảng bộ tỉnh,province,,,,2025-07-01,'

# --- rules of a row and of a unit ---------------------------------------------------------------------

given $all <<'END'
C1,Chi bộ 1,cell,X1,,2025-07-01,2025-07-01,
END
import 3
only 2 since order 2025-07-01
given $all <<'END'
C1,Chi bộ 1,cell,X1,,2025-07-01,2025-06-30,
END
import 0
given $all <<'END'
C1,Chi bộ 1,cell,X1,2025-07-02,2025-07-01,,
END
import 3
only 2 closed_on order 2025-07-01
given $all <<'END'
C1,Chi bộ 1,cell,X1,,,,C2
END
import 3
only 2 merged_into pair C2
given $all <<'END'
C1,Chi bộ 1,cell,X1,,2025-07-01,,C9
END
import 3
only 2 merged_into unknown_unit C9
given $all <<'END'
C2,Chi bộ 2,cell,X1,,2025-07-01,,chi bo 1
END
import 3
only 2 merged_into ambiguous_unit 'chi bo 1'
says "$err" 'several units have this name (C1, C3…); use the code'
given $all <<'END'
N1,Chi bộ mới,cell,dang bo xa my an,,,,
N2,Chi bộ mới,cell,Chi bộ 1,,,,
END
import 3 --on-error=skip
found 3 parent ambiguous_unit 'Chi bộ 1'
counts 2 1 0 0 1 0 1
# A name that a unit had counts as well, and one of another row of the file.
given $all <<'END'
X1,Đảng bộ xã Mỹ Phước,commune,H,,,2025-07-01,
N1,Chi bộ mới,cell,Đảng bộ xã Mỹ An,,,,
N2,Chi bộ mới,cell,Đảng bộ xã Mỹ Phước,,,,
END
import 0
# Two rows of a unit that say two things of the unit.
given $all <<'END'
C1,Chi bộ 1,cell,X1,,2025-07-01,,
C1,Chi bộ một,cell,X1,,2025-07-02,2020-01-01,
END
import 3
found 3 closed_on duplicate
counts 2 0 0 0 2 0 0
given $all <<'END'
C1,Chi bộ 1,cell,X1,,2025-07-01,,Đảng bộ xã Mỹ Hòa
C1,Chi bộ một,cell,X1,,2025-07-01,2020-01-01,X2
END
import 0
given $all <<'END'
C1,Chi bộ 1,cell,X1,,2025-07-01,,C2
C1,Chi bộ một,cell,X1,,2025-07-01,2020-01-01,X2
END
import 3
found 3 merged_into duplicate X2
counts 2 0 0 0 2 0 0
# One says it for all.
given $all <<'END'
C1,Chi bộ 1,cell,X1,,,,
C1,Chi bộ một,cell,X1,,2025-07-01,2020-01-01,X2
END
import 0
run 0 list units
[ "$(grep -c '^C1,.*,2025-07-01,.*,X2$' "$out")" = 2 ] || fail 'not in both rows'
# All rows of a unit fall, and what is below it and merged into it.
given $all <<'END'
X2,Xã Hai,commune,H,,,,
X2,Xã Hai mới,xóm,H,,,2020-01-01,
N1,Chi bộ mới,cell,X2,,,,
N2,Chi bộ mới,cell,X1,,2025-07-01,,X2
N3,Chi bộ mới,cell,X1,,,,
END
import 3 --on-error=skip
found 2 unit tree
found 3 kind word xóm
found 4 parent tree X2
found 5 merged_into tree X2
counts 5 1 0 0 4 0 1

# --- the tree on every day ------------------------------------------------------------------------------

# A merger names a unit that is open that day.
given $all <<'END'
C1,Chi bộ 1,cell,X1,,2025-07-01,,C2
C2,Chi bộ 2,cell,X1,,2025-07-01,,C3
END
import 3
only 2 merged_into tree C2
given $all <<'END'
C1,Chi bộ 1,cell,X1,,2025-07-01,,C2
C2,Chi bộ 2,cell,X1,,2025-07-02,,C3
END
import 0
given $all <<'END'
C1,Chi bộ 1,cell,X1,,2025-07-01,,C1
END
import 3
only 2 merged_into tree C1
given $all <<'END'
C1,Chi bộ 1,cell,X1,,2025-07-01,,N1
N1,Chi bộ mới,cell,X1,2025-07-02,,,
END
import 3
found 2 merged_into tree N1
# The stored one that was merged is not at fault when the other one closes.
given $all <<'END'
C1,Chi bộ 1,cell,X1,,2025-07-01,,C2
END
import 0
given $all <<'END'
C2,Chi bộ 2,cell,X1,,2025-06-01,,
END
again 3
found 2 merged_into tree

# One root a day.
given $all <<'END'
T,Đảng bộ tỉnh,province,,2025-07-01,,,
END
import 3
only 2 parent tree
given $all <<'END'
T,Đảng bộ tỉnh,province,,2025-07-01,,,
H,Đảng bộ huyện,district,,,2025-07-01,,T
END
import 0
given $all <<'END'
T,Đảng bộ tỉnh,province,,2025-07-01,,,
H,Đảng bộ huyện,district,T,,,2025-07-01,
END
import 0
given $all <<'END'
T,Đảng bộ tỉnh,province,,2025-07-02,,,
H,Đảng bộ huyện,district,,,2025-07-01,,
END
import 3
found 2 closed_on tree
says "$err" 'from 2025-07-01 there is no root, while units are still open'
given $all <<'END'
H,Đảng bộ huyện,district,,,2025-07-01,,
END
import 3
only 2 closed_on tree
# Nothing is open any more: no root is missing.
given $all <<'END'
H,,,,,2025-07-01,,
X1,,,,,2025-07-01,,
X2,,,,,2025-07-01,,
C1,,,,,2025-07-01,,
C2,,,,,2025-07-01,,
C3,,,,,2025-07-01,,
TOTAL,Chi bộ Tổng kho,cell,X2,,2025-06-30,,
END
import 0
# A circle on some days only.
given $all <<'END'
X1,Xã Một,commune,X2,,,2025-07-01,
X2,Xã Hai,commune,X1,,,2025-08-01,
END
import 3
found 2 parent tree X2
found 3 parent tree X1
given $all <<'END'
X1,Xã Một,commune,X2,,,2025-07-01,
X1,Xã Một,commune,H,,,2025-08-01,
X2,Xã Hai,commune,X1,,,2025-08-01,
END
import 0
# A circle through a merger: the cell below X2 into which X2 goes.
given $all <<'END'
X2,Xã Hai,commune,H,,2025-07-01,,C3
END
import 3
only 2 parent tree H

# --- the past ------------------------------------------------------------------------------------------

given member,unit,admitted_on,left_on,left_by <<'END'
m1,C1,2020-01-01,2021-01-01,died
END
cp "$folder/base.db" "$MEMBERSTAT_DB"
run 0 import "$file"
cp "$MEMBERSTAT_DB" "$folder/base.db"
today=$(date +%Y-%m-%d)

given unit,name,kind,parent <<'END'
C1,Chi bộ 1,cell,X2
END
import 3
only 2 parent history X2
says "$err" "import a row with that day in the column since (unit,name,kind,parent,since): C1,Chi bộ 1,cell,X2,$today."
run 3 --lang vi import "$file"
says "$err" "C1,Chi bộ 1,cell,X2,$today."
import 0 --rewrite-history
counts 1 0 1 0 0 0 1
# So is what stands above it, and the kind; other columns are free, and units that had nobody.
given unit,name,kind,parent <<'END'
X1,Đảng bộ xã,committee,H
END
import 3
only 2 kind history committee
given unit,name,kind,parent,opened_on <<'END'
X1,Tên khác,commune,H,2019-01-01
X2,Xã Hai,committee,H,
C2,Chi bộ 2,cell,X2,
END
import 0
# The row that is asked for.
given unit,name,kind,parent,since <<END
C1,Chi bộ 1,cell,X2,$today
END
import 0
# A version that begins after the last member left has no past to change; the one before has.
given unit,name,kind,parent,since <<'END'
C1,Chi bộ 1,cell,X2,2021-01-01
END
import 0
given unit,name,kind,parent,since <<'END'
C1,Chi bộ 1,cell,X1,2021-01-01
END
again 0
given unit,name,kind,parent,since <<'END'
C1,Chi bộ 1,cell,X2,
END
again 3
only 2 parent history X2
