#!/bin/sh
# The reports movement and trend (data/README.md section 5), counted by hand.
set -eu

. "${ROOT:-.}/tests/lib.sh"
. "${ROOT:-.}/tests/figures.sh"

all="unit opening admitted readmitted transferred_in moved_in restored increase died expelled removed
resigned transferred_out moved_out decrease closing"

# --- movement --------------------------------------------------------------------------------------

case_is 'every kind of joining and leaving, at the first and last day and beside them'
small_units
cat >members.csv <<END
member,unit,admitted_on,joined_on,joined_by,left_on,left_by
first,A1,2022-01-01,,admitted,,
last,A1,2022-03-31,,readmitted,,
guest,A1,2010-01-01,2022-02-01,transferred,,
back,A1,2010-01-01,2022-02-01,restored,,
dead,A2,2010-01-01,,,2022-01-01,died
out,A2,2010-01-01,,,2022-03-31,expelled
struck,A2,2010-01-01,,,2022-02-01,removed
free,A2,2010-01-01,,,2022-02-01,resigned
gone,A2,2010-01-01,,,2022-02-01,transferred
stays,A1,2010-01-01,,,,
before,A1,2010-01-01,,,2021-12-31,died
after,A1,2010-01-01,,,2022-04-01,died
later,A1,2022-04-01,,admitted,,
inside,A1,2010-01-01,,,2022-02-10,moved
inside,A2,2010-01-01,2022-02-10,moved,,
across,A2,2010-01-01,,,2022-02-10,moved
across,B1,2010-01-01,2022-02-10,moved,,
root,B1,2010-01-01,,,2022-02-10,moved
root,Z1,2010-01-01,2022-02-10,moved,,
half1,A1,2010-01-01,,,2022-02-20,moved
half2,B1,2010-01-01,2022-02-20,moved,,
day,B1,2010-01-01,2022-03-01,transferred,2022-03-01,transferred
END
load
gives "level $all" movement --depth all --from 2022-01-01 --to 2022-03-31 <<END
0,D,11,1,1,2,1,1,6,1,1,1,1,2,1,7,10
1,C1,10,1,1,1,0,1,4,1,1,1,1,1,2,7,7
2,A1,4,1,1,1,0,1,4,0,0,0,0,0,2,2,6
2,A2,6,0,0,0,1,0,1,1,1,1,1,1,1,6,1
1,C2,1,0,0,1,2,0,3,0,0,0,0,1,1,2,2
2,B1,1,0,0,1,2,0,3,0,0,0,0,1,1,2,2
1,Z1,0,0,0,0,1,0,1,0,0,0,0,0,0,0,1
END
name='one level, one unit, the same figures'
gives "level $all" movement --from 2022-01-01 --to 2022-03-31 <<END
0,D,11,1,1,2,1,1,6,1,1,1,1,2,1,7,10
1,C1,10,1,1,1,0,1,4,1,1,1,1,1,2,7,7
1,C2,1,0,0,1,2,0,3,0,0,0,0,1,1,2,2
1,Z1,0,0,0,0,1,0,1,0,0,0,0,0,0,0,1
END
is 0,C1,10,1,1,1,0,1,4,1,1,1,1,1,2,7,7 "level $all" \
	movement --unit C1 --depth 0 --from 2022-01-01 --to 2022-03-31
is 0,A2,6,0,0,0,1,0,1,1,1,1,1,1,1,6,1 "level $all" movement --unit A2 --from 2022-01-01 --to 2022-03-31

name='a period of one day'
is D,11,1,0,0,0,0,1,1,0,0,0,0,0,1,11 "$all" movement --depth 0 --from 2022-01-01 --to 2022-01-01
is D,10,0,0,1,0,0,1,0,0,0,0,1,0,1,10 "$all" movement --depth 0 --from 2022-03-01 --to 2022-03-01
is D,12,0,0,0,0,0,0,1,0,0,0,0,0,1,11 "$all" movement --depth 0 --from 2021-12-31 --to 2021-12-31
name='without --from: since 1 January of the year'
is D,11,1,1,2,1,1,6,1,1,1,1,2,1,7,10 "$all" movement --depth 0 --as-of 2022-03-31
is 10 closing movement --depth 0 --to 2022-03-31
is 10 members summary --as-of 2022-03-31

case_is 'moves within a row are no movement of it, so the root has none'
small_units
cat >members.csv <<END
member,unit,admitted_on,joined_on,joined_by,left_on,left_by
1,A1,2010-01-01,,,2022-02-10,moved
1,B1,2010-01-01,2022-02-10,moved,2022-02-20,moved
1,A2,2010-01-01,2022-02-20,moved,2022-03-05,moved
1,A2,2010-01-01,2022-03-05,moved,,
2,C1,2010-01-01,,,2022-02-10,moved
2,A1,2010-01-01,2022-02-10,moved,,
3,D,2010-01-01,,,2022-02-10,moved
3,Z1,2010-01-01,2022-02-10,moved,,
END
load
gives 'unit opening moved_in increase moved_out decrease closing' \
	movement --depth all --from 2022-01-01 --to 2022-03-31 <<END
D,3,0,0,0,0,3
C1,2,1,1,1,1,2
A1,1,1,1,1,1,1
A2,0,1,1,0,0,1
C2,0,1,1,1,1,0
B1,0,1,1,1,1,0
Z1,0,1,1,0,0,1
END

case_is 'a half of a move without the other counts at every border'
small_units
cat >members.csv <<END
member,unit,admitted_on,joined_on,joined_by,left_on,left_by
left,A1,2010-01-01,,,2022-02-10,moved
came,A1,2010-01-01,2022-02-10,moved,,
gap,A1,2010-01-01,,,2022-02-10,moved
gap,A2,2010-01-01,2022-02-11,moved,,
mixed1,A1,2010-01-01,,,2022-02-10,moved
mixed1,A2,2010-01-01,2022-02-10,transferred,,
mixed2,A1,2010-01-01,,,2022-02-10,transferred
mixed2,A2,2010-01-01,2022-02-10,moved,,
END
load
gives "$all" movement --depth all --unit C1 --from 2022-01-01 --to 2022-03-31 <<END
C1,4,0,0,1,3,0,4,0,0,0,0,1,3,4,4
A1,4,0,0,0,1,0,1,0,0,0,0,1,3,4,1
A2,0,0,0,1,2,0,3,0,0,0,0,0,0,0,3
END
is 3,3,4,4,4 'moved_in moved_out increase decrease closing' \
	movement --depth 0 --from 2022-01-01 --to 2022-03-31

case_is 'a stay of no day between two moves is one half of one of them'
small_units
cat >members.csv <<END
member,unit,admitted_on,joined_on,joined_by,left_on,left_by
1,A1,2010-01-01,,,2022-02-10,moved
1,B1,2010-01-01,2022-02-10,moved,2022-02-10,moved
1,Z1,2010-01-01,2022-02-11,moved,,
2,A1,2010-01-01,2022-02-10,transferred,2022-02-10,moved
3,A1,2022-02-10,,admitted,2022-02-10,died
END
load
gives "$all" movement --from 2022-02-01 --to 2022-02-28 <<END
D,1,1,0,1,1,0,3,1,0,0,0,0,2,3,1
C1,1,1,0,1,0,0,2,1,0,0,0,0,2,3,0
C2,0,0,0,0,1,0,1,0,0,0,0,0,1,1,0
Z1,0,0,0,0,1,0,1,0,0,0,0,0,0,0,1
END

case_is 'a move at the border of the period belongs to its day alone'
small_units
cat >members.csv <<END
member,unit,admitted_on,joined_on,joined_by,left_on,left_by
1,A1,2010-01-01,,,2022-01-01,moved
1,B1,2010-01-01,2022-01-01,moved,,
2,A1,2010-01-01,,,2022-03-31,moved
2,B1,2010-01-01,2022-03-31,moved,,
3,A1,2010-01-01,,,2021-12-31,moved
3,B1,2010-01-01,2021-12-31,moved,,
4,A1,2010-01-01,,,2022-04-01,moved
4,B1,2010-01-01,2022-04-01,moved,,
END
load
gives 'unit opening moved_in moved_out closing' movement --from 2022-01-01 --to 2022-03-31 <<END
D,4,0,0,4
C1,3,0,2,1
C2,1,2,0,3
Z1,0,0,0,0
END

# --- trend -----------------------------------------------------------------------------------------

case_is 'calendar periods, cut to the days asked for'
small_units
cat >population.csv <<END
unit,as_of,population
D,2021-12-31,100
D,2022-02-01,50
END
cat >members.csv <<END
member,unit,admitted_on,joined_on,joined_by,left_on,left_by
1,A1,2010-01-01,,,,
2,A1,2010-01-01,,,2021-11-14,died
3,A1,2010-01-01,,,2021-11-15,died
4,A1,2021-11-30,,admitted,,
5,B1,2021-12-01,,readmitted,,
6,B1,2010-01-01,2021-12-31,transferred,,
7,A1,2010-01-01,,,2022-01-10,moved
7,B1,2010-01-01,2022-01-10,moved,,
8,A1,2010-01-01,2022-01-20,transferred,2022-01-20,transferred
9,A1,2010-01-01,,,2022-02-10,removed
10,A1,2022-02-11,,admitted,,
END
load
all="period from to opening increase decrease closing admitted population ratio_percent"
gives "$all" trend --from 2021-11-15 --to 2022-02-10 <<END
2021-11,2021-11-15,2021-11-30,4,1,1,4,1,,
2021-12,2021-12-01,2021-12-31,4,2,0,6,1,100,6.00
2022-01,2022-01-01,2022-01-31,6,1,1,6,0,100,6.00
2022-02,2022-02-01,2022-02-10,6,0,1,5,0,50,10.00
END
gives "$all" trend --every quarter --from 2021-11-15 --to 2022-02-10 <<END
2021-Q4,2021-11-15,2021-12-31,4,3,1,6,2,100,6.00
2022-Q1,2022-01-01,2022-02-10,6,1,2,5,0,50,10.00
END
gives "$all" trend --every year --from 2021-11-15 --to 2022-02-10 <<END
2021,2021-11-15,2021-12-31,4,3,1,6,2,100,6.00
2022,2022-01-01,2022-02-10,6,1,2,5,0,50,10.00
END
gives "$all" trend --every month --from 2022-01-10 --to 2022-01-10 <<END
2022-01,2022-01-10,2022-01-10,6,0,0,6,0,100,6.00
END
name='a move counts at the border of the scope'
gives 'period opening increase decrease closing' trend --unit C1 --from 2021-11-15 --to 2022-02-10 <<END
2021-11,4,1,1,4
2021-12,4,0,0,4
2022-01,4,1,2,3
2022-02,3,0,1,2
END
name='it closes where movement closes'
is 5 closing movement --from 2021-11-15 --to 2022-02-10 --depth 0
is 2 closing movement --from 2021-11-15 --to 2022-02-10 --depth 0 --unit C1
name='whole quarters and years'
gives 'period from to' trend --every quarter --from 2020-01-01 --to 2020-12-31 <<END
2020-Q1,2020-01-01,2020-03-31
2020-Q2,2020-04-01,2020-06-30
2020-Q3,2020-07-01,2020-09-30
2020-Q4,2020-10-01,2020-12-31
END
gives 'period from to' trend --every month --from 2020-01-31 --to 2020-03-01 <<END
2020-01,2020-01-31,2020-01-31
2020-02,2020-02-01,2020-02-29
2020-03,2020-03-01,2020-03-01
END
gives 'period from to' trend --every year --from 2019-12-31 --to 2021-01-01 <<END
2019,2019-12-31,2019-12-31
2020,2020-01-01,2020-12-31
2021,2021-01-01,2021-01-01
END
name='the last days that can be written'
for every in month quarter year; do
	run 0 report trend --every $every --from 9998-12-31 --to 9999-12-31 --format csv
	[ "$(tail -n 1 "$out" | cut -d , -f 3)" = 9999-12-31 ] || fail "$every at the end of time"
done
