#!/bin/sh
# Progress of a plan and forecast to its end (data/README.md section 5), counted by hand. A month is
# 365.2425 / 12 = 30.436875 days.
set -eu

. "${ROOT:-.}/tests/lib.sh"
. "${ROOT:-.}/tests/figures.sh"

figures="admitted progress_percent remaining elapsed_percent expected pace_per_month needed_per_month
projected status"

# --- progress --------------------------------------------------------------------------------------

case_is 'a plan of four days and two people, day by day'
small_units
cat >plans.csv <<END
plan,unit,from,to,target
Q,D,2021-01-01,2021-01-04,2
Q,C1,2021-01-01,2021-01-04,3
Q,Z1,2021-01-01,2021-01-04,0
END
cat >members.csv <<END
member,unit,admitted_on,joined_on,joined_by,left_on,left_by
eve,A1,2020-12-31,,admitted,,
1,A1,2021-01-02,,admitted,,
2,A2,2021-01-04,,readmitted,,
after,A1,2021-01-05,,admitted,,
guest,A1,2010-01-01,2021-01-02,transferred,,
back,A1,2010-01-01,2021-01-02,restored,,
END
load
is 0,0.00,2,0.00,0,,15.22,,not_started "$figures" progress --depth 0 --plan Q --as-of 2020-12-31
is 0,0.00,2,25.00,1,0.00,20.29,0,behind "$figures" progress --depth 0 --as-of 2021-01-01
is 1,50.00,1,50.00,1,15.22,15.22,2,on_track "$figures" progress --depth 0 --as-of 2021-01-02
is 1,50.00,1,75.00,2,10.15,30.44,1,behind "$figures" progress --depth 0 --as-of 2021-01-03
is 2,100.00,0,100.00,2,15.22,,2,done "$figures" progress --depth 0 --as-of 2021-01-04
is 2,100.00,0,100.00,2,15.22,,2,done "$figures" progress --depth 0 --plan Q --as-of 2021-01-05
is 2,100.00,0,100.00,2,15.22,,2,done "$figures" progress --depth 0 --plan Q --as-of 2024-01-01
name='a target of 3: expected 0.75, 1.5, 2.25, 3'
is 1,33.33,2,50.00,2,15.22,30.44,2,behind "$figures" progress --unit C1 --depth 0 --as-of 2021-01-02
is 1,33.33,2,75.00,2,10.15,60.87,1,behind "$figures" progress --unit C1 --depth 0 --as-of 2021-01-03
is 2,66.67,1,100.00,3,15.22,,2,behind "$figures" progress --unit C1 --depth 0 --as-of 2021-01-04
is 2,66.67,1,100.00,3,15.22,,2,missed "$figures" progress --unit C1 --depth 0 --plan Q --as-of 2021-01-05
name='a target of nobody is met once the period has begun'
is 0,,0,0.00,0,,0.00,,not_started "$figures" progress --unit Z1 --depth 0 --plan Q --as-of 2020-12-31
is 0,,0,25.00,0,0.00,0.00,0,done "$figures" progress --unit Z1 --depth 0 --as-of 2021-01-01
name='without a target nothing is expected'
is 0,,,25.00,,0.00,,0, "$figures" progress --unit C2 --depth 0 --as-of 2021-01-01
is 1,,,50.00,,15.22,,2, "$figures" progress --unit A1 --depth 0 --as-of 2021-01-02
is ,1 'target admitted' progress --unit A1 --depth 0 --as-of 2021-01-02

name='units with a target, or all'
gives 'level unit target admitted' progress --as-of 2021-01-04 <<END
0,D,2,2
1,C1,3,2
1,Z1,0,0
END
gives 'level unit target admitted' progress --as-of 2021-01-04 --all <<END
0,D,2,2
1,C1,3,2
1,C2,,0
1,Z1,0,0
END
gives 'level unit target admitted' progress --as-of 2021-01-04 --all --depth all <<END
0,D,2,2
1,C1,3,2
2,A1,,1
2,A2,,1
1,C2,,0
2,B1,,0
1,Z1,0,0
END
gives 'level unit' progress --as-of 2021-01-04 --depth 0 --all <<END
0,D
END
gives 'level unit' progress --as-of 2021-01-04 --depth all --unit C1 <<END
0,C1
END
name='summary tells the same plan'
is 2,1,50.00,1 'target admitted progress_percent remaining' summary --as-of 2021-01-03
is 2,2,100.00,0 'target admitted progress_percent remaining' summary --as-of 2024-01-01 --plan Q
is 2,0,0.00,2 'target admitted progress_percent remaining' summary --as-of 2020-12-31 --plan Q

case_is 'more than the target leaves nothing to do'
small_units
cat >plans.csv <<END
plan,unit,from,to,target
Q,D,2021-01-01,2021-12-31,2
END
{
	echo member,unit,admitted_on
	people A1 3 2021-01-01
} >members.csv
load
# 1 of 365 days: 0.27 %; expected 0.0055; pace 3 * 30.436875; projected 3 * 365
is 3,150.00,0,0.27,0,91.31,0.00,1095,done "$figures" progress --as-of 2021-01-01
# 183 of 365 days: 50.14 %; expected 1.003; pace 3 * 30.436875 / 183; projected 3 * 365 / 183 = 5.98
is 3,150.00,0,50.14,1,0.50,0.00,6,done "$figures" progress --as-of 2021-07-02

case_is 'a year is a period of its own, with targets of exactly this year'
small_units
cat >plans.csv <<END
plan,unit,from,to,target
P,D,2021-01-01,2025-12-31,570
P,C1,2021-01-01,2025-12-31,50
P,D,2022-01-01,2022-12-31,73
P,C2,2022-01-01,2022-12-31,10
P,C2,2022-01-01,2022-06-30,4
P,B1,2023-01-01,2023-12-31,5
END
cat >members.csv <<END
member,unit,admitted_on
1,A1,2021-12-31
2,A1,2022-01-01
3,B1,2022-04-30
4,B1,2022-05-01
END
load
# 2021-01-01 to 2022-04-30: 485 of 1826 days; 120 of 365 days of 2022
gives "unit target admitted elapsed_percent expected status" progress --as-of 2022-04-30 <<END
D,570,3,26.56,151,behind
C1,50,2,26.56,13,behind
END
gives "unit target admitted elapsed_percent expected status" progress --as-of 2022-04-30 --year 2022 <<END
D,73,2,32.88,24,behind
C2,10,1,32.88,3,behind
END
gives "unit target admitted status" progress --as-of 2022-04-30 --year 2022 --all <<END
D,73,2,behind
C1,,1,
C2,10,1,behind
Z1,,0,
END
gives "unit target admitted elapsed_percent status" progress --as-of 2022-04-30 --year 2023 --depth 2 <<END
D,,0,0.00,
B1,5,0,0.00,not_started
END
gives "unit target admitted elapsed_percent status" progress --as-of 2022-04-30 --year 2021 --depth 2 <<END
D,,1,100.00,
END
is 73,3,100.00,missed "target admitted elapsed_percent status" \
	progress --as-of 2023-01-01 --year 2022 --depth 0
is 73,3,100.00,behind "target admitted elapsed_percent status" \
	progress --as-of 2022-12-31 --year 2022 --depth 0
# nobody yet, 10 to go in 364 days
is 0,0.84 'projected needed_per_month' progress --as-of 2022-01-01 --year 2022 --unit C2 --depth 0

case_is 'people see one decimal'
small_units
cat >plans.csv <<END
plan,unit,from,to,target
Q,D,2021-01-01,2021-12-31,2000
END
{
	echo member,unit,admitted_on
	people A1 1 2021-01-01
} >members.csv
load
# 1/2000 = 0.05 %: 0.1 %, rounded once
is 0.05 progress_percent progress --as-of 2021-01-01
run 0 --lang en report progress --as-of 2021-01-01 --format markdown
says "$out" '| 0.1 % |'
run 0 --lang vi report progress --as-of 2021-01-01 --format markdown
says "$out" '| 0,1 % |'
says "$out" '| 2.000 |'

# --- forecast --------------------------------------------------------------------------------------

all="scenario admissions losses members population ratio_percent target_percent gap_points members_needed"

case_is 'three scenarios by hand'
small_units
cat >plans.csv <<END
plan,unit,from,to,target,ratio_percent
F,D,2021-01-01,2021-01-05,10,50
F,C1,2021-01-01,2021-01-05,4,
END
cat >population.csv <<END
unit,as_of,population
D,2020-01-01,20
C1,2020-01-01,10
D,2021-01-04,40
END
# On 2 January: 5 members, 3 admitted of 10, one died; two of five days are over.
cat >members.csv <<END
member,unit,admitted_on,joined_on,joined_by,left_on,left_by
1,A1,2010-01-01,,,,
2,A1,2010-01-01,,,2021-01-01,died
3,B1,2010-01-01,,,2020-12-31,died
4,A1,2010-01-01,,,2021-01-03,died
5,A1,2021-01-01,,admitted,,
6,B1,2021-01-01,,admitted,,
7,B1,2021-01-02,,readmitted,,
8,A1,2010-01-01,2021-01-03,transferred,,
9,A1,2010-01-01,2021-01-03,restored,,
10,A1,2010-01-01,,,2021-01-02,moved
10,B1,2010-01-01,2021-01-02,moved,2021-01-03,moved
10,A2,2010-01-01,2021-01-03,moved,,
END
load
# pace 3 * 3 / 2 = 4.5: 5; losses 1 * 3 / 2 = 1.5: 2
is 6,3 'members admitted' summary --as-of 2021-01-02
gives "$all" forecast --as-of 2021-01-02 <<END
plan_completed,7,0,13,20,65.00,50.00,15.00,0
plan_with_losses,7,2,11,20,55.00,50.00,5.00,0
current_pace,5,2,9,20,45.00,50.00,-5.00,1
END
# On 3 January: one more died, two came: losses 2 - 2 = 0; pace 3 * 2 / 3
gives "$all" forecast --as-of 2021-01-03 <<END
plan_completed,7,0,14,20,70.00,50.00,20.00,0
plan_with_losses,7,0,14,20,70.00,50.00,20.00,0
current_pace,2,0,9,20,45.00,50.00,-5.00,1
END
# The newest population is that of the date; members_needed is never below 0.
gives "$all" forecast --as-of 2021-01-04 <<END
plan_completed,7,0,14,40,35.00,50.00,-15.00,6
plan_with_losses,7,0,14,40,35.00,50.00,-15.00,6
current_pace,1,0,8,40,20.00,50.00,-30.00,12
END
name='on the last day nothing more happens at the present rate'
gives "$all" forecast --as-of 2021-01-05 <<END
plan_completed,7,0,14,40,35.00,50.00,-15.00,6
plan_with_losses,7,0,14,40,35.00,50.00,-15.00,6
current_pace,0,0,7,40,17.50,50.00,-32.50,13
END
gives 'admissions losses members' forecast --as-of 2021-02-01 --plan F <<END
7,0,14
7,0,14
0,0,7
END
name='before the period there are no rates'
gives "$all" forecast --as-of 2020-12-31 --plan F <<END
plan_completed,10,0,14,20,70.00,50.00,20.00,0
plan_with_losses,,,,20,,50.00,,
current_pace,,,,20,,50.00,,
END
name='a commune: moves across its border, the target ratio of the root'
# C1 on 2 January: 1, 4, 5 there, admitted 1, gone 2 (2 died, 10 moved out): 2 * 3 / 2 = 3; pace 1.5
gives "$all" forecast --as-of 2021-01-02 --unit C1 <<END
plan_completed,3,0,6,10,60.00,50.00,10.00,0
plan_with_losses,3,3,3,10,30.00,50.00,-20.00,2
current_pace,2,3,2,10,20.00,50.00,-30.00,3
END
# On 3 January losses are 3 - 3 (8, 9 and 10 came): 0
gives 'admissions losses members' forecast --as-of 2021-01-03 --unit C1 <<END
3,0,8
3,0,8
1,0,6
END
name='losses may be negative, halves away from zero'
# C2 on 2 January: 6, 7 and 10 there; it gained one by the move: -1 * 3 / 2 = -1.5; no target
gives "$all" forecast --as-of 2021-01-02 --unit C2 <<END
plan_completed,,0,,,,50.00,,
plan_with_losses,,-2,,,,50.00,,
current_pace,3,-2,8,,,50.00,,
END

case_is 'the published case: 3.78 % with the full plan, and 444 admissions where 533 members are needed'
run 0 import "$sample"/[mpu]*.csv
# 126 admitted and 94 - 237 lost in 485 days, 1341 left
gives "$all" forecast --as-of 2022-04-30 <<END
plan_completed,444,0,4985,131791,3.78,3.85,-0.07,89
plan_with_losses,444,-395,5380,131791,4.08,3.85,0.23,0
current_pace,348,-395,5284,131791,4.01,3.85,0.16,0
END
is 94,233,4 'decrease transferred_in restored' \
	movement --from 2021-01-01 --to 2022-04-30 --depth 0
run 0 report forecast --as-of 2022-04-30 --format table
says "$out" '3.78 %'
tr -s ' \n' ' ' <"$out" >words
says words 'The target ratio needs 533 more members, where the plan has 444 admissions left'
says words '12.1 a month'
run 0 --lang vi report forecast --as-of 2022-04-30 --format table
tr -s ' \n' ' ' <"$out" >words
says words 'Để đạt chỉ tiêu tỷ lệ cần thêm 533 đảng viên, trong khi theo kế hoạch chỉ còn kết nạp 444 người'
