#!/bin/sh
# The reports structure, probation and idle (data/README.md section 5), counted by hand.
set -eu

. "${ROOT:-.}/tests/lib.sh"
. "${ROOT:-.}/tests/figures.sh"
# Codes that differ by leading zeros only are meant to: they show the order of codes.
load() {
	run 0 import --allow-twins ./*.csv
}

# --- structure -------------------------------------------------------------------------------------

case_is 'age bands at their borders, completed years'
small_units
cat >members.csv <<END
member,unit,admitted_on,birth_date
1,A1,2022-01-01,2004-05-01
2,A1,2022-01-01,2004-04-30
3,A1,2022-01-01,1991-05-01
4,A1,2022-01-01,1991-05
5,A1,2022-01-01,1991-04-30
6,A1,2022-01-01,1991
7,A1,2022-01-01,1986-05-01
8,A1,2022-01-01,1986-04-30
9,A1,2022-01-01,1981-05-01
10,A1,2022-01-01,1981-04-30
11,A1,2022-01-01,1976-05-01
12,A1,2022-01-01,1976-04-30
13,A1,2022-01-01,1971-05-01
14,A1,2022-01-01,1971-04-30
15,A1,2022-01-01,1966-05-01
16,A1,2022-01-01,1966-04-30
17,A1,2022-01-01,1961-05-01
18,A1,2022-01-01,1961-04-30
19,A1,2022-01-01,
END
load
gives 'group members percent' structure --by age --as-of 2022-04-30 <<END
under 18,1,5.26
18-30,3,15.79
31-35,3,15.79
36-40,2,10.53
41-45,2,10.53
46-50,2,10.53
51-55,2,10.53
56-60,2,10.53
over 60,1,5.26
unknown,1,5.26
END
name='a birth known to the month counts as its first day, to the year as the difference of years'
gives 'group members' structure --by age --as-of 2022-05-01 <<END
18-30,2
31-35,4
36-40,2
41-45,2
46-50,2
51-55,2
56-60,2
over 60,2
unknown,1
END

case_is 'somebody born on 29 February is a year older on 28 February'
small_units
cat >members.csv <<END
member,unit,admitted_on,birth_date
1,A1,2021-01-01,2004-02-29
END
load
is 'under 18,1,100.00' 'group members percent' structure --by age --as-of 2022-02-27
is '18-30,1,100.00' 'group members percent' structure --by age --as-of 2022-02-28

case_is 'party age bands by ten completed years from the admission'
small_units
cat >members.csv <<END
member,unit,admitted_on
1,A1,2012-05-01
2,A1,2012-04-30
3,A1,1992-05-01
4,A1,1992-04-30
5,A1,1932-04-30
6,A1,1930-02-03
8,A1,2022-04-30
END
load
gives 'group members' structure --by party_age --as-of 2022-04-30 <<END
under 10,2
10-19,1
20-29,1
30-39,1
90-99,2
END
# Nobody is that old yet.
gives 'group members' structure --by party_age --as-of 2030-02-03 <<END
under 10,1
10-19,2
30-39,2
90-99,1
100-109,1
END
cat >members.csv <<END
member,unit,admitted_on
9,Z1,2012-02-29
END
run 0 import members.csv
is 'under 10' group structure --by party_age --unit Z1 --as-of 2022-02-27
is '10-19' group structure --by party_age --unit Z1 --as-of 2022-02-28

case_is 'closed lists in their fixed order, unknown last, others by members and then by text'
small_units
cat >members.csv <<END
member,unit,admitted_on,official_on,gender,theory,ethnicity,religion,occupation,education
1,A1,2020-01-01,,female,advanced,Kinh,Không,Nông dân,12/12
2,A1,2020-01-01,,female,advanced,Kinh,0,Nông dân,9/12
3,Z1,2020-01-01,2021-01-01,female,advanced,Hoa,Phật giáo,Đảng,9/12
4,Z1,2020-01-01,2021-01-01,male,elementary,Chăm,Phật giáo,Ảo,unknown
5,C1,2020-01-01,2021-01-01,male,intermediate,Êđê,Phật giáo,An,
6,D,2020-01-01,2021-01-01,,,,,,
7,Z1,2020-01-01,2021-01-01,,,,,,
8,Z1,2020-01-01,2021-01-01,,,,,,
END
load
gives 'group members percent' structure --by gender --as-of 2021-06-01 <<END
male,2,25.00
female,3,37.50
unknown,3,37.50
END
gives 'group members' structure --by theory --as-of 2021-06-01 <<END
elementary,1
intermediate,1
advanced,3
unknown,3
END
gives 'group members percent' structure --by ethnicity --as-of 2021-06-01 <<END
Kinh,2,25.00
Chăm,1,12.50
Hoa,1,12.50
Êđê,1,12.50
unknown,3,37.50
END
gives 'group members' structure --by religion --as-of 2021-06-01 <<END
Phật giáo,3
none,2
unknown,3
END
gives 'group members' structure --by occupation --as-of 2021-06-01 <<END
Nông dân,2
An,1
Đảng,1
Ảo,1
unknown,3
END
gives 'group members' structure --by education --as-of 2021-06-01 <<END
9/12,2
12/12,1
unknown,5
END
gives 'group members percent' structure --by status --as-of 2021-06-01 <<END
official,6,75.00
probationary,2,25.00
END
is probationary,8 'group members' structure --by status --as-of 2020-12-31
gives 'group members' structure --by kind --as-of 2021-06-01 <<END
district,1
commune,1
base_cell,4
cell,2
END
gives 'group members percent' structure --by gender --unit C1 --as-of 2021-06-01 <<END
male,1,33.33
female,2,66.67
END
gives 'group members' structure --by gender --as-of 2019-12-31 </dev/null
name='people read the groups in their language'
run 0 --lang vi report structure --by religion --as-of 2021-06-01 --format markdown
says "$out" '| Không '
says "$out" '| Không rõ '
run 0 --lang vi report structure --by gender --as-of 2021-06-01 --format markdown
says "$out" '| Nữ '

case_is 'of those admitted: stays, as they were on the day of joining'
small_units
cat >members.csv <<END
member,unit,birth_date,gender,admitted_on,official_on,joined_on,joined_by,left_on,left_by
1,A1,1991-02-01,male,2022-02-01,,,admitted,,
2,A1,1991-02-02,male,2022-02-01,,,admitted,2022-02-15,moved
2,Z1,1991-02-02,male,2022-02-01,,2022-02-15,moved,,
3,B1,1980,female,2022-02-28,2022-02-28,,readmitted,2022-03-01,died
4,A1,1990-01-01,male,2022-01-31,,,admitted,,
5,A1,1990-01-01,male,2022-03-01,,,admitted,,
6,C1,1990-01-01,male,2010-02-10,2011-02-10,2022-02-10,transferred,,
7,C2,1990-01-01,male,2010-02-10,2010-02-10,2022-02-10,readmitted,,
END
load
set -- --of admitted --from 2022-02-01 --to 2022-02-28
gives 'group members percent' structure --by age "$@" <<END
18-30,1,25.00
31-35,2,50.00
41-45,1,25.00
END
gives 'group members' structure --by gender "$@" <<END
male,3
female,1
END
gives 'group members' structure --by kind "$@" <<END
commune,1
cell,3
END
gives 'group members' structure --by status "$@" <<END
official,2
probationary,2
END
gives 'group members' structure --by party_age "$@" <<END
under 10,3
10-19,1
END
is male,2 'group members' structure --by gender "$@" --unit C1
name='without --from: since 1 January'
gives 'group members' structure --by kind --of admitted --as-of 2022-02-28 <<END
commune,1
cell,4
END

# --- probation -------------------------------------------------------------------------------------

case_is 'probation is due after twelve months'
small_units
cat >members.csv <<END
member,unit,full_name,admitted_on,official_on,joined_on,left_on,left_by
1,A1,Trần Văn Ơn,2020-02-29,,,,
2,A2,Lê Thị Ánh,2020-03-15,,,,
3,B1,Phạm Văn An,2020-03-15,,,,
02,B1,,2020-03-15,,,,
4,A1,Đã chính thức,2020-02-01,2021-02-01,,,
5,A1,Sẽ chính thức,2020-04-01,2021-04-01,,,
6,A1,Đã mất,2020-02-01,,,2021-01-31,died
7,A1,Mới vào,2021-02-28,,,,
8,A1,Chưa vào,2021-03-16,,,,
9,Z1,Chuyển đến,2020-03-20,,2021-03-15,,
END
load
gives 'member full_name unit unit_name admitted_on due_on days_overdue status' \
	probation --as-of 2021-03-15 <<END
1,Trần Văn Ơn,A1,Chi bộ 1,2020-02-29,2021-02-28,15,overdue
02,,B1,Chi bộ 3,2020-03-15,2021-03-15,0,waiting
2,Lê Thị Ánh,A2,Chi bộ 2,2020-03-15,2021-03-15,0,waiting
3,Phạm Văn An,B1,Chi bộ 3,2020-03-15,2021-03-15,0,waiting
9,Chuyển đến,Z1,Chi bộ cơ sở,2020-03-20,2021-03-20,0,waiting
5,Sẽ chính thức,A1,Chi bộ 1,2020-04-01,2021-04-01,0,waiting
7,Mới vào,A1,Chi bộ 1,2021-02-28,2022-02-28,0,waiting
END
gives 'member days_overdue status' probation --as-of 2021-02-28 --unit C1 <<END
1,0,waiting
2,0,waiting
5,0,waiting
7,0,waiting
END
gives 'member days_overdue status' probation --as-of 2021-03-01 --within 0 <<END
1,1,overdue
END
gives 'member days_overdue status' probation --as-of 2021-03-16 --within 3 <<END
1,16,overdue
02,1,overdue
2,1,overdue
3,1,overdue
END
gives 'member' probation --as-of 2021-03-16 --within 4 --unit Z1 <<END
9
END
gives member probation --as-of 2021-04-01 --unit A1 --within 0 <<END
1
END
name='by given name in Vietnamese order'
gives 'member full_name' probation --as-of 2021-03-15 --sort name <<END
02,
3,Phạm Văn An
2,Lê Thị Ánh
9,Chuyển đến
1,Trần Văn Ơn
5,Sẽ chính thức
7,Mới vào
END

# --- idle ------------------------------------------------------------------------------------------

case_is 'cells that admitted nobody for so many whole months'
cat >units.csv <<END
unit,name,kind,parent,opened_on,closed_on
D,Huyện,district,,,
C1,Xã Một,commune,D,,
A1,vừa đủ,cell,C1,,
A2,chưa đủ,cell,C1,,
A3,chưa từng,cell,C1,,
A4,không có ai,cell,C1,,
A5,đã đóng,cell,C1,,2022-04-30
A6,sắp mở,cell,C1,2022-05-01,
A7,kết nạp lại,cell,C1,,
K,Cơ quan,committee,D,,
B2,chi bộ cơ sở,base_cell,D,,
B1,chi bộ cơ sở khác,base_cell,D,,
S,Bộ phận,section,K,,
S1,dưới bộ phận,cell,S,,
P,có chi bộ dưới,base_cell,D,,
P1,dưới chi bộ,cell,P,,
END
cat >members.csv <<END
member,unit,admitted_on,joined_on,joined_by,left_on,left_by
1,A1,2021-04-30,,,,
2,A2,2021-05-01,,,,
3,A3,2000-01-01,2010-01-01,transferred,,
4,A4,2000-01-01,,,2022-04-30,died
5,A5,2000-01-01,,,,
6,A6,2000-01-01,,,,
7,A7,2000-01-01,,,2010-01-01,removed
7,A7,2021-06-30,,readmitted,,
8,B2,2020-02-29,,,,
9,B1,2021-03-31,,,,
10,S1,2021-01-31,,,,
11,K,2000-01-01,,,,
12,C1,2000-01-01,,,,
14,P,2000-01-01,,,,
13,S1,2022-05-01,,,,
END
load
# 31 March and 31 January plus months lead to 30 April
gives 'unit name kind members last_admission months_idle' idle --as-of 2022-04-30 <<END
B1,chi bộ cơ sở khác,base_cell,1,2021-03-31,13
B2,chi bộ cơ sở,base_cell,1,2020-02-29,26
A1,vừa đủ,cell,1,2021-04-30,12
A3,chưa từng,cell,1,,
S1,dưới bộ phận,cell,1,2021-01-31,15
END
gives 'unit months_idle' idle --as-of 2022-04-29 <<END
B1,12
B2,26
A3,
A4,267
A5,267
S1,14
END
gives 'unit months_idle' idle --as-of 2022-04-30 --months 0 <<END
B1,13
B2,26
A1,12
A2,11
A3,
A7,10
S1,15
END
gives 'unit months_idle' idle --as-of 2022-04-30 --months 27 <<END
A3,
END
gives 'unit months_idle' idle --as-of 2022-05-01 --unit C1 <<END
A1,12
A2,12
A3,
A6,268
END
name='months that lead to a day that does not exist'
is B2,24 'unit months_idle' idle --as-of 2022-02-28 --unit B2
is B2,23 'unit months_idle' idle --as-of 2022-02-27 --unit B2
is S1,13 'unit months_idle' idle --as-of 2022-02-28 --unit S
is S1,12 'unit months_idle' idle --as-of 2022-02-27 --unit S
