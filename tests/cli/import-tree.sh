#!/bin/sh
# The tree of the units: rows in any order, one root, nothing below what is refused.
set -eu
# shellcheck source=tests/importing.sh
. "${ROOT:-.}/tests/importing.sh"

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
counts 2 0 0 0 2 0 0
