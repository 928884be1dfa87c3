#!/bin/sh
# --compare last-year: the same period a year before beside the figures, on rolls counted by hand.
set -eu

. "${ROOT:-.}/tests/lib.sh"
. "${ROOT:-.}/tests/figures.sh"

# --- movement ----------------------------------------------------------------------------------------

case_is 'movement is paired by unit'
# C3 opened after the period a year before, C2 was dissolved after it.
cat >units.csv <<END
unit,name,kind,parent,opened_on,closed_on
D,Huyện,district,,,
C1,Xã Một,commune,D,,
A1,Chi bộ 1,cell,C1,,
A2,Chi bộ 2,cell,C1,,
C2,Xã Hai,commune,D,,2021-12-01
B1,Chi bộ 3,cell,C2,,2021-12-01
C3,Xã Ba,commune,D,2021-08-01,
E1,Chi bộ 5,cell,C3,2021-08-01,
Z1,Chi bộ cơ sở,base_cell,D,,
END
# In A1: 1 and 2 all the time; 3 admitted in March 2021; 4, 5 and 6 in 2022. In B1: 7 until it was
# closed, then in E1. 8 died in April 2021, 9 in May 2022.
cat >members.csv <<END
member,unit,admitted_on,joined_on,joined_by,left_on,left_by
1,A1,2019-01-01,,,,
2,A1,2019-01-01,,,,
3,A1,2021-03-15,,,,
4,A1,2022-01-01,,,,
5,A1,2022-06-30,,,,
6,A1,2022-07-01,,,,
7,B1,2018-01-01,,,2021-11-30,moved
7,E1,2018-01-01,2021-11-30,moved,,
8,A2,2019-01-01,,,2021-04-20,died
9,A2,2019-01-01,,,2022-05-20,died
END
load
columns='unit opening admitted died closing'
more='opening_last_year opening_percent admitted_last_year admitted_percent died_last_year died_percent'
half='--from 2022-01-01 --to 2022-06-30 --compare last-year'
# shellcheck disable=SC2086 # words
gives "$columns $more closing_last_year closing_percent" movement $half <<END
D,5,2,1,6,5,100.00,1,200.00,1,100.00,5,120.00
C1,4,2,1,5,4,100.00,1,200.00,1,100.00,4,125.00
C3,1,0,0,1,,,,,,,,
Z1,0,0,0,0,0,,0,,0,,0,
END

name='a row keeps its figures, the new ones come last'
run 0 report movement --from 2022-01-01 --to 2022-06-30
cut -d, -f 1-21 "$out" >alone
# shellcheck disable=SC2086 # words
run 0 report movement $half
cut -d, -f 1-21 "$out" >compared
same alone compared
[ "$(head -n 1 "$out" | tr ',' '\n' | wc -l)" = 55 ] || fail 'two columns for each of 17 counts'
[ "$(head -n 1 "$out" | cut -d, -f 22-25,50-51)" = \
	opening_last_year,opening_percent,admitted_last_year,admitted_percent,closing_last_year,closing_percent ] ||
	fail 'where the new columns stand'

name='in json a comparison is a parameter, and an empty cell null'
# shellcheck disable=SC2086 # words
run 0 report movement $half --unit C3 --format json
says "$out" '"compare":"last-year"'
says "$out" '"opening_last_year":null,"opening_percent":null'
run 0 report movement --to 2022-06-30 --format json
says_not "$out" compare

name='people see headings of their own'
run 0 --lang vi report movement --to 2022-06-30 --compare last-year --excel
says "$out" 'Kết nạp cùng kỳ;Kết nạp, % so với cùng kỳ'
says "$out" ';200,00;'
run 0 report movement --to 2022-06-30 --compare last-year --format markdown
says "$out" 'Admitted, % of last year'
says "$out" ' 200.0 % '

# --- where a period ends -----------------------------------------------------------------------------

case_is 'a month is compared with the whole month, also in February'
small_units
cat >members.csv <<END
member,unit,admitted_on
1,A1,2023-02-28
2,A1,2024-02-28
3,A1,2024-02-29
4,A1,2025-02-28
5,A1,2024-03-31
6,A1,2025-03-30
END
load
feb='admitted admitted_last_year'
is 2,1 "$feb" movement --from 2024-02-01 --to 2024-02-29 --depth 0 --compare last-year
is 1,2 "$feb" movement --from 2025-02-01 --to 2025-02-28 --depth 0 --compare last-year
is 1,0 "$feb" movement --from 2023-02-01 --to 2023-02-28 --depth 0 --compare last-year
is 1,1 "$feb" movement --from 2024-02-01 --to 2024-02-28 --depth 0 --compare last-year
is 0,0 "$feb" movement --from 2025-03-31 --to 2025-03-31 --depth 0 --unit B1 --compare last-year
is 0,1 "$feb" movement --from 2025-03-31 --to 2025-03-31 --depth 0 --compare last-year
is 1,0 "$feb" movement --from 2025-03-01 --to 2025-03-30 --depth 0 --compare last-year

# --- structure ---------------------------------------------------------------------------------------

case_is 'groups of both years are there, in their order'
small_units
# Admitted in 2021: a man of 25 and a woman of 33; in 2022: two men of 25, one of 38, one unknown.
cat >members.csv <<END
member,unit,gender,birth_date,ethnicity,admitted_on,left_on,left_by
1,A1,male,1996-01-01,Kinh,2021-02-01,,
2,A1,female,1988-01-01,Hoa,2021-03-01,2021-12-31,transferred
3,A1,male,1997-01-01,Kinh,2022-02-01,,
4,B1,male,1997-01-01,Kinh,2022-03-01,,
5,B1,male,1984-01-01,Khmer,2022-03-01,,
6,B1,,,,2022-04-01,,
END
load
groups='group members percent members_last_year members_percent'
year='--from 2022-01-01 --to 2022-12-31 --compare last-year'
# shellcheck disable=SC2086 # words
gives "$groups" structure --by age --of admitted $year <<END
18-30,2,50.00,1,200.00
31-35,0,0.00,1,0.00
36-40,1,25.00,0,
unknown,1,25.00,0,
END
# shellcheck disable=SC2086 # words
gives "$groups" structure --by gender --of admitted $year <<END
male,3,75.00,1,300.00
female,0,0.00,1,0.00
unknown,1,25.00,0,
END
# shellcheck disable=SC2086 # words
gives "$groups" structure --by ethnicity --of admitted $year <<END
Kinh,2,50.00,1,200.00
Khmer,1,25.00,0,
Hoa,0,0.00,1,0.00
unknown,1,25.00,0,
END

name='members are those of the same day a year before'
gives "$groups" structure --by gender --as-of 2022-03-31 --compare last-year <<END
male,4,100.00,1,400.00
female,0,0.00,1,0.00
END
gives "$groups" structure --by gender --as-of 2022-02-28 --compare last-year <<END
male,2,100.00,1,200.00
END
gives "$groups" structure --by gender --as-of 2021-02-01 --compare last-year <<END
male,1,100.00,0,
END
name='nobody now, nobody then'
gives "$groups" structure --by gender --as-of 2022-03-31 --unit Z1 --compare last-year </dev/null

# --- trend -------------------------------------------------------------------------------------------

name='trend is paired by place'
gives 'period opening closing admitted closing_last_year closing_percent admitted_last_year' \
	trend --every quarter --from 2022-01-01 --to 2022-06-30 --compare last-year <<END
2022-Q1,1,4,3,2,200.00,2
2022-Q2,4,5,1,2,250.00,0
END
gives 'period closing closing_last_year population population_last_year population_percent' \
	trend --every month --from 2022-01-15 --to 2022-02-28 --compare last-year <<END
2022-01,1,0,,,
2022-02,2,1,,,
END

# --- refused -----------------------------------------------------------------------------------------

name='reports without a period have nothing to compare'
run 2 report summary --compare last-year
says "$err" 'the report summary does not take --compare'
run 2 report ratio --compare last-year
run 2 report movement --compare 2021
says "$err" 'last-year'
