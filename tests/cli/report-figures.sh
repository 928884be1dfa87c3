#!/bin/sh
# What the figures of the roll, of population and of plans mean in every report (data/README.md
# sections 3 to 5), on small rolls counted by hand.
set -eu

. "${ROOT:-.}/tests/lib.sh"
. "${ROOT:-.}/tests/figures.sh"

# --- members ---------------------------------------------------------------------------------------

case_is 'the day of joining counts, the day of leaving does not'
small_units
cat >members.csv <<END
member,unit,admitted_on,official_on,left_on,left_by
1,A1,2020-01-10,2021-01-10,2021-05-01,died
2,A1,2020-03-03,,2020-03-03,removed
END
load
cat >days <<END
2020-01-09 0
2020-01-10 1
2020-03-03 1
2021-04-30 1
2021-05-01 0
END
while read -r day members; do
	is "$members" members summary --as-of "$day"
	is "$members" members ratio --depth 0 --as-of "$day"
	is "$members" closing movement --depth 0 --as-of "$day"
	is "$members" closing trend --from "$day" --to "$day"
	[ "$members" = 1 ] || : >none
	[ "$members" = 0 ] || echo "$members" >none
	gives members structure --by kind --as-of "$day" <none
	gives members idle --months 0 --as-of "$day" <none
done <days

name='probation ends on the day somebody becomes official'
is 1,0,1 'members official probationary' summary --as-of 2021-01-09
is 1,1,0 'members official probationary' summary --as-of 2021-01-10
is 0,0,0 'members official probationary' summary --as-of 2021-05-01

case_is 'a row covers the unit and all below it, also people in the unit itself'
small_units
cat >members.csv <<END
member,unit,admitted_on
1,A1,2020-01-01
2,A2,2020-01-01
3,C1,2020-01-01
4,Z1,2020-01-01
5,D,2020-01-01
END
load
gives 'level unit members' ratio --depth all --as-of 2022-01-01 <<END
0,D,5
1,C1,3
2,A1,1
2,A2,1
1,C2,0
2,B1,0
1,Z1,1
END
gives 'level unit kind members' ratio --as-of 2022-01-01 <<END
0,D,district,5
1,C1,commune,3
1,C2,commune,0
1,Z1,base_cell,1
END
is 0,D,5 'level unit members' ratio --depth 0 --as-of 2022-01-01
gives 'level unit members' ratio --unit C1 --as-of 2022-01-01 <<END
0,C1,3
1,A1,1
1,A2,1
END
is 3 members summary --unit C1 --as-of 2022-01-01

name='the scope counts itself among the organisations'
is 3,2,0,1,3 'grassroots communes committees base_cells cells' summary --as-of 2022-01-01
is 1,1,0,0,2 'grassroots communes committees base_cells cells' summary --unit C1 --as-of 2022-01-01
is 1,0,0,1,0 'grassroots communes committees base_cells cells' summary --unit Z1 --as-of 2022-01-01
is 0,0,0,0,1 'grassroots communes committees base_cells cells' summary --unit A1 --as-of 2022-01-01

case_is 'siblings stand by code point, whatever the order of the file'
cat >units.csv <<END
unit,name,kind,parent
Đ,5,cell,X
a,4,cell,X
10,1,cell,X
B,3,cell,X
X,Xã,commune,D
W,Xã khác,commune,D
D,Huyện,district,
9,2,cell,X
END
load
gives 'level unit' ratio --depth 2 --as-of 2022-01-01 <<END
0,D
1,W
1,X
2,10
2,9
2,B
2,a
2,Đ
END

case_is 'organisations count while they are open'
cat >units.csv <<END
unit,name,kind,parent,opened_on,closed_on
D,Huyện,district,,,
C,Cơ quan,committee,D,2022-02-01,
E1,Mới,cell,D,2022-02-01,
E2,Cũ,cell,D,,2022-02-01
E3,Chưa bao giờ,cell,D,2022-02-01,2022-02-01
S,Bộ phận,section,D,,
END
cat >members.csv <<END
member,unit,admitted_on
1,E2,2020-01-01
2,S,2020-01-01
END
load
is 0,0,1,2 'grassroots committees cells members' summary --as-of 2022-01-31
is 1,1,1,2 'grassroots committees cells members' summary --as-of 2022-02-01
gives 'unit members' ratio --as-of 2022-01-31 <<END
D,2
E2,1
S,1
END
gives 'unit members' ratio --as-of 2022-02-01 <<END
D,2
C,0
E1,0
S,1
END
name='the scope has a row also when it is closed'
is E2,1 'unit members' ratio --unit E2 --as-of 2022-02-01
is E2,1 'unit closing' movement --unit E2 --as-of 2023-02-01
is E2 unit progress --unit E2 --as-of 2024-02-01

case_is 'movement lists what was open on a day from the eve to the end, progress on a day of the period'
cat >units.csv <<END
unit,name,kind,parent,opened_on,closed_on
D,Huyện,district,,,
1,đóng trước hôm trước,cell,D,,2021-01-31
2,đóng ngay ngày đầu,cell,D,,2021-02-01
3,đóng ngày thứ hai,cell,D,,2021-02-02
4,mở ngày cuối,cell,D,2021-02-28,
5,mở sau ngày cuối,cell,D,2021-03-01,
6,chưa bao giờ mở,cell,D,2021-02-10,2021-02-10
7,mở một ngày,cell,D,2021-02-10,2021-02-11
END
cat >plans.csv <<END
plan,unit,from,to,target
Q,D,2021-02-01,2021-02-28,5
END
load
gives unit movement --from 2021-02-01 --to 2021-02-28 <<END
D
2
3
4
7
END
gives unit progress --all --as-of 2021-02-10 <<END
D
3
4
7
END

# --- percents --------------------------------------------------------------------------------------

case_is 'percents have two decimals, halves away from zero, and never -0.00'
small_units
# 1/20000 = 0.005 %, 1/20001 = 0.00499 %, 1/8000 = 0.0125 %
cat >population.csv <<END
unit,as_of,population
D,2020-01-01,20000
D,2020-02-01,20001
D,2020-03-01,8000
END
cat >members.csv <<END
member,unit,admitted_on
1,A1,2019-01-01
END
cat >plans.csv <<END
plan,unit,from,to,target,ratio_percent
P,D,2020-01-01,2020-12-31,800,0.01%
END
load
is 0.01,-0.01 'ratio_percent gap_points' ratio --depth 0 --as-of 2020-01-01
is 0.00,-0.01 'ratio_percent gap_points' ratio --depth 0 --as-of 2020-02-01
is 0.01,0.00 'ratio_percent gap_points' ratio --depth 0 --as-of 2020-03-01
cat >plans.csv <<END
plan,unit,from,to,target,ratio_percent
P,D,2020-01-01,2020-12-31,800,0.0149%
END
run 0 import plans.csv
# 0.0125 - 0.0149 = -0.0024
is 0.01,0.01,0.00 'ratio_percent target_percent gap_points' ratio --depth 0 --as-of 2020-03-01
cat >>members.csv <<END
2,A1,2020-01-01
END
run 0 import members.csv
is 0.13 progress_percent summary --as-of 2020-01-01 # 1/800
is 0.13 progress_percent progress --as-of 2020-01-01

# --- population ------------------------------------------------------------------------------------

case_is 'no population, no ratio; population 0 neither; never that of the parent'
small_units
cat >population.csv <<END
unit,as_of,population
D,2020-01-01,1000
C1,2021-06-01,0
END
{
	echo member,unit,admitted_on
	people A1 10 2019-01-01
} >members.csv
load
is ,,,10, 'population population_as_of ratio_percent members net_needed' summary --as-of 2019-12-31
gives 'unit members population population_as_of ratio_percent gap_points members_needed' ratio \
	--as-of 2021-06-01 --plan KH41 <<END
D,10,1000,2020-01-01,1.00,-2.85,29
C1,10,0,2021-06-01,,,0
C2,0,,,,,
Z1,0,,,,,
END
is 1000,2020-01-01,1.00,39,29 \
	'population population_as_of ratio_percent members_at_target net_needed' summary --as-of 2021-06-01

case_is 'a district falls back to the sum of its communes only when every open one has a population'
cat >units.csv <<END
unit,name,kind,parent,opened_on,closed_on
D,Huyện,district,,,
C1,Xã Một,commune,D,,
C2,Xã Hai,commune,D,,
C3,Xã Ba,commune,D,,2021-06-01
K,Cơ quan,committee,D,,
END
cat >population.csv <<END
unit,as_of,population
C1,2020-01-01,1000
C2,2021-01-01,2000
C2,2022-01-01,2500
END
load
is , 'population population_as_of' summary --as-of 2021-05-31
is 3000,2020-01-01 'population population_as_of' summary --as-of 2021-06-01
is 3500,2020-01-01 'population population_as_of' summary --as-of 2022-01-01
is 2500,2022-01-01 'population population_as_of' summary --unit C2 --as-of 2022-01-01
is , 'population population_as_of' summary --unit K --as-of 2022-01-01
cat >population.csv <<END
unit,as_of,population
D,2019-01-01,7
END
run 0 import population.csv
is 7,2019-01-01 'population population_as_of' summary --as-of 2022-01-01

case_is 'people needed are whole'
small_units
cat >population.csv <<END
unit,as_of,population
D,2020-01-01,1001
C1,2020-01-01,1000
END
cat >plans.csv <<END
plan,unit,from,to,target,ratio_percent
P,D,2020-01-01,2020-12-31,,10
END
{
	echo member,unit,admitted_on
	people A1 99 2019-01-01
} >members.csv
load
gives 'unit members target_percent members_needed' ratio --as-of 2020-06-01 --unit D --depth 1 <<END
D,99,10.00,2
C1,99,10.00,1
C2,0,10.00,
Z1,0,10.00,
END
is 101,2 'members_at_target net_needed' summary --as-of 2020-06-01
is 100,1 'members_at_target net_needed' summary --as-of 2020-06-01 --unit C1
{
	echo member,unit,admitted_on
	people A1 10 2019-01-01
} >members.csv
run 0 import members.csv
is 101,0 'members_at_target net_needed' summary --as-of 2020-06-01

# --- plans -----------------------------------------------------------------------------------------

case_is 'the target ratio is that of the own term row, else of the root'
small_units
cat >plans.csv <<END
plan,unit,from,to,target,ratio_percent
P,D,2021-01-01,2025-12-31,,10
P,C1,2021-01-01,2025-12-31,,12.5
P,C2,2021-01-01,2025-12-31,5,
P,C2,2022-01-01,2022-12-31,1,99
P,Z1,2022-01-01,2022-12-31,1,98
END
load
gives 'unit target_percent' ratio --depth all --as-of 2022-04-30 <<END
D,10.00
C1,12.50
A1,10.00
A2,10.00
C2,10.00
B1,10.00
Z1,10.00
END
is ,10.00 'target ratio_target_percent' summary --as-of 2022-04-30
is ,12.50 'target ratio_target_percent' summary --unit C1 --as-of 2022-04-30
is 5,10.00 'target ratio_target_percent' summary --unit C2 --as-of 2022-04-30
is ,10.00 'target ratio_target_percent' summary --unit A1 --as-of 2022-04-30

case_is 'without a ratio for the root the others have none, and the plan is told all the same'
small_units
cat >plans.csv <<END
plan,unit,from,to,target,ratio_percent
P,C1,2021-01-01,2025-12-31,5,12.5
END
load
gives 'unit target_percent' ratio --as-of 2022-04-30 <<END
D,
C1,12.50
C2,
Z1,
END
is P,2021-01-01,2025-12-31,,0,,,,, "plan plan_from plan_to target admitted progress_percent remaining \
ratio_target_percent members_at_target net_needed" summary --as-of 2022-04-30
is P,5,0,0.00,5 'plan target admitted progress_percent remaining' summary --as-of 2022-04-30 --unit C1

case_is 'the built-in plan is for the root and the term of its years'
small_units
run 0 import units.csv
is KH41,2021-01-01,2025-12-31,570,0,0.00,570,3.85 "plan plan_from plan_to target admitted \
progress_percent remaining ratio_target_percent" summary --as-of 2021-01-01
is KH41,570 'plan target' summary --as-of 2025-12-31
for day in 2021-01-01 2025-12-31; do
	run 0 report summary --as-of $day
	says_not "$err" 'the figures are' && says_not "$err" 'has not begun'
done

case_is 'outside its term the plan is the one that ended last, or else the one that begins first'
small_units
run 0 import units.csv
is KH41,570,0 'plan target admitted' summary --as-of 2020-12-31
says "$err" 'memberstat: The plan KH41 (2021-01-01 – 2025-12-31) has not begun on 2020-12-31.'
is KH41,570,0 'plan target admitted' summary --as-of 2026-01-01
says "$err" 'memberstat: The plan KH41 (2021-01-01 – 2025-12-31) ended before 2026-01-01: the figures are its result.'
is missed status progress --as-of 2026-01-01
is not_started status progress --as-of 2020-12-31
run 0 --lang vi report ratio --as-of 2026-01-01 --format table
says "$out" 'Kế hoạch KH41 (01/01/2021 – 31/12/2025) đã kết thúc trước ngày 01/01/2026'
run 0 report structure --by gender --as-of 2026-01-01
silent "$err"

name='a root that is not 872 is told whose plan it is'
run 0 report summary --as-of 2022-01-01 --format table
says "$out" 'is the plan of Tháp Mười district (872) and not of D'
says "$err" 'load your own: memberstat import plans FILE'

name='without any plan progress and forecast fail and say how to load one'
sqlite3 "$MEMBERSTAT_DB" 'DELETE FROM plan'
is ,,,,,,,,, "plan plan_from plan_to target admitted progress_percent remaining \
ratio_target_percent members_at_target net_needed" summary --as-of 2022-01-01
is , 'target_percent gap_points' ratio --depth 0 --as-of 2022-01-01
for report in progress forecast; do
	refuses 1 'there is no plan yet; import a file of plans: memberstat import plans FILE' \
		$report --as-of 2022-01-01
done
case_is 'a plan that is not there'
small_units
run 0 import units.csv
for report in summary ratio progress forecast; do
	refuses 2 'there is no plan "KH42"; the plans are: KH41 (2021-01-01 – 2025-12-31)' \
		$report --as-of 2022-01-01 --plan KH42
done

case_is 'a plan of a file goes before the built-in one; of two of files the one that began last'
small_units
cat >plans.csv <<END
plan,unit,from,to,target
N1,D,2022-01-01,2022-12-31,10
N1,D,2022-01-01,2022-06-30,5
N2,C1,2022-07-01,2023-06-30,7
END
load
is KH41 plan summary --as-of 2021-12-31
is N1,2022-01-01,2022-12-31,10 'plan plan_from plan_to target' summary --as-of 2022-06-30
is N2,2022-07-01,2023-06-30, 'plan plan_from plan_to target' summary --as-of 2023-01-01
is N2 plan summary --as-of 2023-07-01 --plan N2
is KH41 plan summary --as-of 2023-07-01
says_not "$err" 'plans in force'
is N1 plan summary --as-of 2022-01-01
says_not "$err" 'plans in force'
is N2 plan summary --as-of 2026-01-01 --plan N2
is KH41 plan summary --as-of 2026-01-01
is KH41 plan summary --as-of 2022-06-30 --plan KH41
for report in summary ratio progress forecast; do
	run 0 report $report --as-of 2022-12-31 --format table
	says "$out" 'there are 2 plans in force; the figures are for N2'
	says "$err" 'On 2022-12-31 there are 2 plans in force; the figures are for N2. For another: --plan CODE'
done
is N1 plan summary --as-of 2022-12-31 --plan N1
name='a file that names plan 41 updates it and makes it one of a file'
cat >plans.csv <<END
plan,unit,from,to,target
KH41,D,2021-01-01,2025-12-31,600
END
run 0 import plans.csv
is KH41,600,3.85 'plan target ratio_target_percent' summary --as-of 2021-12-31
is N1 plan summary --as-of 2022-06-30
run 0 list plans --format csv
[ "$(grep -c KH41 "$out")" = 1 ] || fail 'plan 41 is there twice'

# --- scope -----------------------------------------------------------------------------------------

case_is 'a unit is named by its code or by a name that is its own'
small_units
cat >>units.csv <<END
C3,Xã Một,commune,D
END
load
is C2 unit summary --unit C2 --as-of 2022-01-01
is C2 unit summary --unit 'Xã Hai' --as-of 2022-01-01
is C2 unit summary --unit 'xa  HAI' --as-of 2022-01-01
refuses 2 '--unit Xã Một: several units have this name (C1, C3…); use the code' \
	summary --unit 'Xã Một' --as-of 2022-01-01
refuses 2 '--unit c2: there is no such unit; see the codes: memberstat list units' \
	summary --unit c2 --as-of 2022-01-01

case_is 'a code of 128 letters is a code'
code=$(awk 'BEGIN { for (i = 0; i < 128; i++) printf "ệ" }')
printf 'unit,name,kind\n%s,Huyện,district\n' "$code" >units.csv
printf 'plan,unit,from,to,target\n%s,%s,2021-01-01,2021-12-31,5\n' "$code" "$code" >plans.csv
load
is "$code,$code,5" 'unit plan target' summary --as-of 2021-06-01 --unit "$code" --plan "$code"
run 0 report progress --as-of 2021-06-01 --format json
says "$out" "\"parameters\":{\"unit\":\"$code\",\"depth\":1,\"plan\":\"$code\"}"

case_is 'an empty roll has nothing to report on'
printf 'plan,unit,from,to,target\n' >plans.csv
run 0 import plans.csv
refuses 1 'there are no units yet; import them: memberstat import units FILE' summary

case_is 'the date and the options in force are echoed'
small_units
load
run 0 report ratio --as-of 30/4/2022 --format json
says "$out" '"report":"ratio","as_of":"2022-04-30","parameters":{"unit":"D","depth":1,"plan":"KH41"}'
run 0 report ratio --as-of 2022-04-30 --depth all --unit C1 --format json
says "$out" '"parameters":{"unit":"C1","depth":"all","plan":"KH41"}'
run 0 report ratio --as-of 2019-04-30 --format json
says "$out" '"parameters":{"unit":"D","depth":1,"plan":"KH41"}'
run 0 report progress --as-of 2022-04-30 --year 2022 --all --format json
says "$out" '"parameters":{"unit":"D","depth":1,"plan":"KH41","year":2022,"all":true}'
run 0 report movement --as-of 2022-04-30 --format json
says "$out" '"as_of":"2022-04-30","parameters":{"unit":"D","depth":1,"from":"2022-01-01","to":"2022-04-30"}'
run 0 report movement --from 2021-02-01 --to 2021-02-28 --format json
says "$out" '"as_of":"2021-02-28","parameters":{"unit":"D","depth":1,"from":"2021-02-01","to":"2021-02-28"}'
run 0 report structure --by age --as-of 2022-04-30 --format json
says "$out" '"as_of":"2022-04-30","parameters":{"unit":"D","by":"age","of":"members"}'
run 0 report structure --by age --of admitted --to 2022-04-30 --format json
says "$out" '"from":"2022-01-01","to":"2022-04-30","by":"age","of":"admitted"}'
run 0 report trend --to 2022-04-30 --format json
says "$out" '"parameters":{"unit":"D","from":"2022-01-01","to":"2022-04-30","every":"month"}'
run 0 report probation --as-of 2022-04-30 --format json
says "$out" '"parameters":{"unit":"D","sort":"key"}'
run 0 report probation --as-of 2022-04-30 --within 0 --sort name --format json
says "$out" '"parameters":{"unit":"D","within":0,"sort":"name"}'
run 0 report idle --as-of 2022-04-30 --format json
says "$out" '"parameters":{"unit":"D","months":12}'
for format in table markdown html; do
	run 0 report ratio --as-of 2022-04-30 --format $format
	says "$out" '2022-04-30'
	run 0 --lang vi report ratio --as-of 2022-04-30 --format $format
	says "$out" '30/04/2022'
done
run 0 report summary --format csv
today=$(date +%F)
is "$today,D" 'as_of unit' summary
is "$today" as_of summary --as-of "$today"

name='an option of another report is a mistake'
run 2 report summary --from 2022-01-01
run 2 report summary --depth 1
run 2 report ratio --year 2022
run 2 report idle --by age
run 2 report structure
says "$err" 'needs --by FIELD'
run 2 report trend --every week
run 2 report ratio summary
run 2 report rato
says "$err" 'did you mean "ratio"?'
