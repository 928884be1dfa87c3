#!/bin/sh
# What every figure of the reports means (contract sections 3 to 5), on small rolls counted by hand.
set -eu

. "${ROOT:-.}/tests/lib.sh"
cd "$folder"

# case_is NAME: begins with an empty database.
case_is() {
	name=$1
	rm -f roll.db ./*.csv
}

# load: imports the files that the case has written.
load() {
	run 0 import ./*.csv
}

# pick COLUMNS: these columns of a csv on standard input, without the header.
pick() {
	awk -F, -v wanted="$1" '
		NR == 1 {
			for (i = 1; i <= NF; i++)
				at[$i] = i
			n = split(wanted, column, " ")
			for (i = 1; i <= n; i++)
				if (!(column[i] in at)) {
					print "no column " column[i]
					exit
				}
			next
		}
		{
			for (i = 1; i <= n; i++)
				printf "%s%s", $at[column[i]], i < n ? "," : "\n"
		}'
}

# gives COLUMNS ARGUMENTS… <<END: these columns of the report are exactly the lines that follow.
gives() {
	columns=$1
	shift
	cat >wanted
	run 0 report "$@" --format csv
	silent "$err"
	pick "$columns" <"$out" >got
	diff -u wanted got >"$out" || fail "$name: report $*"
}

# is WANTED COLUMNS ARGUMENTS…: the same for a report of one row.
is() {
	echo "$1" >one
	shift
	gives "$@" <one
}

# refuses STATUS MESSAGE ARGUMENTS…: the report fails with this message.
refuses() {
	wanted_status=$1 message=$2
	shift 2
	run "$wanted_status" report "$@"
	silent "$out"
	says_line "$err" "memberstat: $message"
}

# A district of two communes with cells, and a cell of its own.
small_units() {
	cat >units.csv <<-END
		unit,name,kind,parent
		D,Huyện,district,
		C1,Xã Một,commune,D
		C2,Xã Hai,commune,D
		Z1,Chi bộ cơ sở,base_cell,D
		A1,Chi bộ 1,cell,C1
		A2,Chi bộ 2,cell,C1
		B1,Chi bộ 3,cell,C2
	END
}

# people UNIT COUNT DATE: so many lines of a members file, admitted in the unit on a day.
serial=0
people() {
	i=0
	while [ $i -lt "$2" ]; do
		serial=$((serial + 1)) i=$((i + 1))
		echo "p$serial,$1,$3"
	done
}

# --- members ---------------------------------------------------------------------------------------

case_is 'the day of joining counts, the day of leaving does not'
small_units
cat >members.csv <<END
member,unit,admitted_on,official_on,left_on,left_by
1,A1,2020-01-10,2021-01-10,2021-05-01,died
2,A1,2020-03-03,,2020-03-03,removed
END
load
is 0 members summary --as-of 2020-01-09
is 1 members summary --as-of 2020-01-10
is 1 members summary --as-of 2020-03-03
is 1 members summary --as-of 2021-04-30
is 0 members summary --as-of 2021-05-01

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
P,D,2020-01-01,2020-12-31,800,0.01
END
load
is 0.01,-0.01 'ratio_percent gap_points' ratio --depth 0 --as-of 2020-01-01
is 0.00,-0.01 'ratio_percent gap_points' ratio --depth 0 --as-of 2020-02-01
is 0.01,0.00 'ratio_percent gap_points' ratio --depth 0 --as-of 2020-03-01
cat >plans.csv <<END
plan,unit,from,to,target,ratio_percent
P,D,2020-01-01,2020-12-31,800,0.0149
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
name='without a ratio for the root there is none for the others'
is ,,,0.00 'ratio_target_percent members_at_target net_needed progress_percent' summary \
	--plan P --as-of 2022-04-30 --unit C2 <one || true
