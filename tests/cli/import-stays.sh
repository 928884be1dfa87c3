#!/bin/sh
# Stays of a member, facts about a person, changes: the rules across rows, of the file and the roll
# together.
set -eu
# shellcheck source=tests/importing.sh
. "${ROOT:-.}/tests/importing.sh"

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

# Each fact about a person comes from the latest row in which it is filled, in any order of rows.
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
# An older row that is imported later gives only the facts that no newer row has.
given "$facts" <<'END'
A,,Anh,,Công nhân,,2000-01-01,2000-01-01,,,
A,,,,,12/12,2000-01-01,2010-01-01,,,
END
again 0 --verbose
counts 2 0 2 0 0 0 1
says_line "$err" "$file:2: A: full_name: \"An\" → \"Anh\""
says_line "$err" "$file:3: A: education: \"9/12\" → \"12/12\""
says_not "$err" occupation:

# When stays in a file overlap, the one that begins later is at fault.
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

# When a stay in the file overlaps a stored one, the row of the file is at fault.
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
# It is no fault when the same file ends the stored stay, in any order of the rows.
given "$members" <<'END'
A,C2,An,,,,2000-01-01,,2010-01-01,moved,,
A,C1,,,,,2000-01-01,,2000-01-01,,2010-01-01,moved
END
again 0
counts 2 1 1 0 0 0 1
# A refused row leaves the stored stay as it was; rows that need the change are refused with it.
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
# An empty cell erases nothing, and rules apply to the record as it would be stored.
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
# A new record without a required value is refused nevertheless.
given unit,name,kind,parent <<'END'
C7,,cell,H
END
again 3
only 2 name required
