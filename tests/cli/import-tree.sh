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
found 5 unit tree
counts 5 0 0 0 5 0 0
# Units below a row that is refused for a reason of its own fall with it.
given unit,name,kind,parent <<'END'
N2,Hai,cell,N1
N1,Một,xóm,H
END
import 3 --on-error=skip
found 3 kind word xóm
found 2 parent unknown_unit N1
counts 2 0 0 0 2 0 0

# --- a tree of at most 100 levels ------------------------------------------------------------------

# chain FIRST LAST PARENT: communes, each below the one before it.
chain() {
	awk -v first="$1" -v last="$2" -v parent="$3" 'BEGIN {
		print "unit,name,kind,parent"
		for (i = first; i <= last; i++) {
			print "L" i ",Cấp " i ",commune," parent
			parent = "L" i
		}
	}'
}

# The root is the first level.
chain 2 101 H | given
import 3
only 101 parent tree L100
says "$err" 'the tree of units would be more than 100 levels deep; check the units above it'
run 3 --lang vi import "$file"
says "$err" "$file:101: parent: cây đơn vị sẽ sâu hơn 100 cấp; hãy xem lại các đơn vị cấp trên"
chain 2 103 H | given
import 3 --on-error=skip
counts 102 99 0 0 3 0 1
for line in 101 102 103; do found $line parent tree L$((line - 1)); done
chain 2 100 H | given
import 0
counts 99 99 0 0 0 0 1

# One level too deep, by a new unit and by moving stored ones down: only what the file adds or moves
# is at fault.
cp "$MEMBERSTAT_DB" "$folder/base.db"
given unit,name,kind,parent <<'END'
N1,Một,cell,L99
N2,Hai,cell,L100
L50,Cấp năm mươi,commune,L49
END
import 3 --on-error=skip
found 3 parent tree L100
counts 3 1 1 0 1 0 1
given unit,name,kind,parent <<'END'
L2,Cấp 2,commune,X1
L50,Cấp năm mươi,commune,L49
END
import 3 --on-error=skip
found 2 parent tree X1
counts 2 0 1 0 1 0 1
given unit,name,kind,parent <<'END'
L2,Cấp 2,commune,X1
L100,Cấp 100,commune,X1
END
import 0
counts 2 0 2 0 0 0 1

# --- a deeper one that an earlier program stored ---------------------------------------------------

# A small stack, so that anything fails here that needs more stack for a deeper tree.
# shellcheck disable=SC3045 # every sh of today has it
sanitized || ulimit -s 256

given unit,name,kind,parent <<'END'
H,Đảng bộ huyện,district,
END
rm "$MEMBERSTAT_DB"
run 0 import "$file"
given unit,name,kind,parent <<'END'
L1,Cấp 1,district,H
END
run 0 import "$file"
sqlite3 "$MEMBERSTAT_DB" "
	WITH RECURSIVE n (n) AS (VALUES (3) UNION ALL SELECT n + 1 FROM n WHERE n < 3000)
	INSERT INTO unit (id, code) SELECT n, 'U' || n FROM n;
	INSERT INTO unit_version (unit, since, name, name_key, kind, parent)
	SELECT id, -1000000, id, id, 1, id - 1 FROM unit WHERE id > 2;
	INSERT INTO unit_place SELECT id, -1000000, 10000000, id, id - 1 FROM unit WHERE id > 2;
	INSERT INTO population (unit, as_of, population) VALUES (3000, 18000, 7);"
run 5 check
says "$out" wrong_totals
run 0 recount
run 0 report summary --format csv
says "$out" ',7,2019-04-14,'
run 0 report ratio --unit U2000 --format table
given unit,name,kind,parent <<'END'
U3000,Đơn vị cuối,district,U2999
END
run 0 import "$file"
run 0 undo
run 0 report summary --unit U2000 --format csv
says "$out" ',7,2019-04-14,'
