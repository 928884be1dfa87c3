#!/bin/sh
# Who was official once stays official: a stay whose official_on is not known has that of the member's earlier stay
# with the same admitted_on, in whatever order the stays come, are mended and are taken back.
set -eu

. "${ROOT:-.}/tests/lib.sh"
# shellcheck source=tests/figures.sh
. "$root/tests/figures.sh"

# status_is OFFICIAL PROBATIONARY DATE: every report and rule that tells the two apart gives the same.
status_is() {
	is "$1,$2" 'official probationary' summary --as-of "$3"
	{
		[ "$1" = 0 ] || echo "official,$1"
		[ "$2" = 0 ] || echo "probationary,$2"
	} >wanted.groups
	gives 'group members' structure --by status --as-of "$3" <wanted.groups
	run 0 report probation --as-of "$3" --format csv
	[ "$(sed 1d "$out" | wc -l)" = "$2" ] || fail "$name: probation on $3"
	"$memberstat" check --as-of "$3" >"$out" 2>"$err" || [ $? = 5 ] || fail "$name: check"
	says_not "$out" wrong_totals
	[ "$(grep -c '^late_probation' "$out" || :)" = "${4:-0}" ] || fail "$name: late_probation on $3"
}

# lists FILE: the stays are listed as they were given, and give nothing new when they are imported.
lists() {
	run 0 list members
	same "$out" "$1"
	cp "$out" again.csv
	tables >before.tables
	run 0 import again.csv
	says "$err" 'added 0 + updated 0'
	tables >after.tables
	same before.tables after.tables
}

all=member,unit,full_name,birth_date,gender,ethnicity,religion,occupation,education,theory,card_no
all=$all,admitted_on,official_on,joined_on,joined_by,left_on,left_by

case_is 'a move as the manual shows it'
small_units
run 0 import units.csv
cat >members.csv <<-END
	$all
	m,A1,,,,,,,,,,1977-03-05,1978-03-05,1977-03-05,admitted,2021-05-01,moved
	m,B1,,,,,,,,,,1977-03-05,,2021-05-01,moved,,
END
run 0 import members.csv
status_is 1 0 2022-04-30
status_is 1 0 2021-05-01
status_is 1 0 1978-03-05
status_is 0 1 1978-03-04
lists members.csv
gives 'unit members' ratio --as-of 2022-04-30 --depth all <<-END
	D,1
	C1,0
	A1,0
	A2,0
	C2,1
	B1,1
	Z1,0
END

case_is 'the later stay comes first'
small_units
run 0 import units.csv
cat >late.csv <<-END
	$all
	m,B1,,,,,,,,,,2019-03-05,,2021-05-01,moved,,
END
cat >early.csv <<-END
	$all
	m,A1,,,,,,,,,,2019-03-05,2020-03-05,2019-03-05,admitted,2021-05-01,moved
END
run 0 import late.csv
status_is 0 1 2022-04-30 1
tables >late.tables
run 0 import early.csv
says "$err" 'added 1 + updated 0'
status_is 1 0 2022-04-30
# Another day, from which on it is so in every stay.
sed 's/2020-03-05,2019/2021-12-01,2019/' early.csv >later.csv
run 0 import later.csv
says "$err" 'updated 1'
status_is 0 1 2021-11-30
status_is 1 0 2021-12-01
# None any more.
sed 's/2020-03-05,2019/,2019/' early.csv >none.csv
tables >with.tables
run 0 import none.csv
says "$err" 'unchanged 1'
run 0 import --blank-clears none.csv
status_is 0 1 2022-04-30 1
run 0 undo
tables >now.tables
same with.tables now.tables
status_is 1 0 2021-12-01
run 0 undo
status_is 1 0 2021-11-30
run 0 undo
tables >now.tables
same late.tables now.tables
status_is 0 1 2022-04-30 1

case_is 'an own day goes before'
small_units
run 0 import units.csv
cat >members.csv <<-END
	$all
	m,A1,,,,,,,,,,2019-03-05,2020-03-05,2019-03-05,admitted,2021-05-01,moved
	m,B1,,,,,,,,,,2019-03-05,2021-12-01,2021-05-01,moved,2022-02-01,transferred
	m,A2,,,,,,,,,,2019-03-05,,2022-03-01,transferred,,
END
run 0 import members.csv
status_is 0 1 2021-11-30
status_is 1 0 2022-04-30
lists members.csv
# What is written down is the stay's own from then on, though it is the same day.
tables >carried.tables
sed -n '1p;/2022-03-01/s/2019-03-05,,/2019-03-05,2021-12-01,/p' members.csv >own.csv
run 0 import own.csv
says "$err" 'updated 1'
run 0 undo
tables >now.tables
same carried.tables now.tables
run 0 import own.csv
sed -n '1p;/2021-12-01/s/2021-12-01,/2022-01-15,/p' members.csv >second.csv
run 0 import second.csv
status_is 1 0 2022-04-30
is 1,0 'official probationary' summary --as-of 2022-01-31

case_is 'admitted again'
small_units
run 0 import units.csv
cat >members.csv <<-END
	$all
	m,A1,,,,,,,,,,2010-03-05,2011-03-05,2010-03-05,admitted,2015-05-01,expelled
	m,B1,,,,,,,,,,2021-06-01,,2021-06-01,readmitted,,
	n,A1,,,,,,,,,,2010-03-05,2011-03-05,2010-03-05,admitted,2015-05-01,expelled
	n,B1,,,,,,,,,,2010-03-05,,2021-06-01,restored,,
END
run 0 import members.csv
status_is 1 1 2022-04-30
lists members.csv

# A stay does not know what only a later one says.
case_is 'never backwards'
small_units
run 0 import units.csv
cat >members.csv <<-END
	$all
	m,A1,,,,,,,,,,2019-03-05,,2019-03-05,admitted,2021-05-01,moved
	m,B1,,,,,,,,,,2019-03-05,2020-03-05,2021-05-01,moved,,
END
run 0 import members.csv
is 0,1 'official probationary' summary --as-of 2021-04-30
status_is 1 0 2021-05-01

case_is 'three of one cell'
small_units
run 0 import units.csv
cat >members.csv <<-END
	member,unit,admitted_on,official_on,joined_on,joined_by,left_on,left_by
	a,A1,2019-01-01,2020-01-01,2019-01-01,admitted,2021-01-01,moved
	a,B1,2019-01-01,,2021-01-01,moved,,
	b,A1,2019-01-01,2020-01-01,2019-01-01,admitted,2021-01-01,moved
	b,B1,2019-01-01,,2021-01-01,moved,,
	c,A1,2019-01-01,2020-01-01,2019-01-01,admitted,2021-01-01,moved
	c,B1,2019-01-01,,2021-01-01,moved,,
END
run 0 import members.csv
"$memberstat" check --as-of 2022-04-30 >"$out" 2>"$err" || :
says_not "$out" 'few_official,error,B1'
says "$out" 'few_official,error,A1'

# A roll of before: what counts is carried along when it is brought up to date, and the totals are counted anew
# in the same moment.
run 0 report summary --as-of 2022-04-30 --format csv
cp "$out" right.csv
tables >right.tables
older_roll 5
[ "$(sqlite3 roll.db 'SELECT count(official_on) FROM stay')" = 3 ] || fail 'the roll of before'
run 1 report summary
run 0 recount
run 0 report summary --as-of 2022-04-30 --format csv
same "$out" right.csv
tables >now.tables
same right.tables now.tables

# One that is carried wrongly is found, and mended.
sqlite3 roll.db "UPDATE stay SET official_on = official_on + 1 WHERE carried AND member = 2"
run 5 check --as-of 2022-04-30
says "$out" 'wrong_totals,error,B1,b,'
run 0 recount
tables >now.tables
same right.tables now.tables
