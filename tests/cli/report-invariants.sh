#!/bin/sh
# Every figure of the reports equals plain counting (tests/plain.sql) on the sample, on a generated
# roll and on a random one with stays of no day, halves of moves, moves between levels and closed
# units.
set -eu

. "${ROOT:-.}/tests/lib.sh"
# shellcheck source=tests/plain.sh
. "$root/tests/plain.sh"
cd "$folder"
generate=${GENERATE:-$root/build/generate}

# A roll of 24 units and 400 people.
wild_roll() {
	mkdir "$1"
	cat >"$1/units.csv" <<-END
		unit,name,kind,parent,opened_on,closed_on
		D,Huyện,district,,,
		X1,Xã,commune,D,,
		X2,Xã,commune,D,,2022-03-31
		X3,Xã,commune,D,2021-06-15,
		C1,Cơ quan,committee,D,,
		S1,Bộ phận,section,C1,,
		B1,Chi bộ cơ sở,base_cell,D,,
		B2,Chi bộ cơ sở,base_cell,D,2021-12-31,2022-01-01
		X11,Chi bộ,cell,X1,,
		X12,Chi bộ,cell,X1,,2021-01-01
		X13,Chi bộ,cell,X1,,2021-01-02
		X14,Chi bộ,cell,X1,2022-04-30,
		X15,Chi bộ,cell,X1,2022-05-01,
		X21,Chi bộ,cell,X2,,
		X22,Chi bộ,cell,X2,,2021-08-01
		X31,Chi bộ,cell,X3,2021-06-15,
		X32,Chi bộ,cell,X3,2021-06-15,2021-06-15
		C11,Chi bộ,cell,C1,,
		C12,Chi bộ,cell,C1,,
		S11,Chi bộ,cell,S1,,
		S12,Chi bộ,cell,S1,,
		a,Chi bộ,cell,X1,,
		10,Chi bộ,cell,X1,,
		9,Chi bộ,cell,X1,,
	END
	cat >"$1/plans.csv" <<-END
		plan,unit,from,to,target,ratio_percent
		KH41,D,2021-01-01,2025-12-31,200,3.85
		KH41,X1,2021-01-01,2025-12-31,77,
		KH41,X1,2022-01-01,2022-12-31,5,
	END
	printf 'unit,as_of,population\nD,2020-01-01,5000\nX1,2021-06-01,777\n' >"$1/population.csv"
	wild_people "$1" 400 20220430
}

# loaded FOLDER: imports its files into an empty database.
loaded() {
	rm -f roll.db
	run 0 import "$1"/[mpu]*.csv
}

wild_roll wild
loaded wild
agrees 'wild roll' wild 'D X1 X2 C1 S1 X11' \
	'2020-12-31 2021-01-01 2021-06-14 2021-06-15 2021-08-01 2021-12-31 2022-01-01 2022-03-31 2022-05-01'

loaded "$sample"
agrees 'sample' "$sample" '872 30037 30040-01' '2020-12-31 2021-01-01 2021-12-31 2022-04-30'

mkdir made
"$generate" made 2000
loaded made
agrees 'generated roll' made '000 000A01' '2021-07-15 2022-04-30'
