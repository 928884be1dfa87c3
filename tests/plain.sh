# plain.sh - what the stories share that compare the reports with plain counting (plain.sql): rolls
# of people who come and go at random, and running every report.
# shellcheck shell=sh
# shellcheck disable=SC2154 # of lib.sh

# wild_people FOLDER COUNT SEED: writes members.csv with so many people in the units of units.csv;
# the same for the same seed.
wild_people() {
	awk -F, -v count="$2" -v seed="$3" '
		function random(n) {
			seed = seed * 16807 % 2147483647
			return seed % n
		}
		function stay(on, admitted, by, left_on, left_by) {
			printf "%d,%s,%s,%s,%d,%s,%d,%s,%s,%s\n", m, unit[random(units)], gender, theory, admitted, \
				official, on, by, left_on, left_by
		}
		BEGIN {
			split("died expelled removed resigned transferred", leave, " ")
		}
		FNR > 1 { unit[units++] = $1 }
		END {
			for (m = 1; m <= count; m++) {
				gender = random(9) ? random(2) ? "male" : "female" : ""
				theory = random(3) ? "" : random(2) ? "elementary" : "advanced"
				on = 17897 + random(1700) # from 2019-01-01
				by = random(4) ? "admitted" : "transferred"
				admitted = by == "admitted" ? on : on - random(4000) - 1
				for (stays = 1; ; stays++) {
					official = random(3) ? admitted + 365 + random(30) : ""
					if (official > 19600)
						official = ""
					left = on + (random(8) ? random(500) : 0)
					if (stays > 6 || left > 19600 || !random(4)) {
						stay(on, admitted, by, "", "")
						break
					}
					if (random(2)) {
						stay(on, admitted, by, left, "moved")
						gap = left == on || !random(6)
						by = random(9) ? "moved" : "transferred"
					} else {
						stay(on, admitted, by, left, leave[1 + random(5)])
						if (random(2))
							break
						gap = random(2) ? 1 + random(200) : left == on
						by = random(3) ? random(3) ? "restored" : "moved" : "readmitted"
					}
					on = left + gap
					if (by == "readmitted")
						admitted = on
				}
			}
		}' "$1/units.csv" >raw.csv
	cat >raw.sql <<-END
		CREATE TABLE raw (member, unit, gender, theory, admitted, official, joined, joined_by, gone, left_by);
		.import --csv raw.csv raw
		.headers on
		.mode csv
		.separator , "\n"
		SELECT member, unit, gender, theory, '' AS ethnicity, date(admitted * 86400, 'unixepoch') AS admitted_on,
			coalesce(date(nullif(official, '') * 86400, 'unixepoch'), '') AS official_on,
			date(joined * 86400, 'unixepoch') AS joined_on, joined_by,
			coalesce(date(nullif(gone, '') * 86400, 'unixepoch'), '') AS left_on, left_by
		FROM raw;
	END
	sqlite3 -batch :memory: <raw.sql | sed 's/""//g' >"$1/members.csv"
}

# got TABLE NAMES VALUES ARGUMENTS…: adds the rows of a report to a file, VALUES in front of each.
got() {
	table=$1 names=$2 values=$3
	shift 3
	run 0 report "$@" --format csv
	[ -e "$table.csv" ] || sed "1s/^/$names/;1q" "$out" >"$table.csv"
	sed "1d;s/^/$values/" "$out" >>"$table.csv"
}

# table_of FILE: reads the csv of a report into a table in which figures are numbers.
table_of() {
	sed 1q "$1.csv" | tr "\n" , | awk -v table="got_$1" '
		BEGIN {
			n = split("at a b by scope every as_of unit name kind plan plan_from plan_to " \
				"population_as_of period from to group scenario status member full_name " \
				"unit_name admitted_on due_on last_admission", word, " ")
			for (i = 1; i <= n; i++)
				text[word[i]] = 1
			RS = ","
		}
		{
			columns = columns (NR > 1 ? ", " : "") "\"" $0 "\" " ($0 in text ? "TEXT" : "NUMERIC")
		}
		END { print "CREATE TABLE " table " (" columns ");" }'
	echo ".import --csv --skip 1 $1.csv got_$1"
}

# agrees NAME FOLDER SCOPES DATES: runs every report on these dates and between them, and compares.
# The database holds the files of the folder.
agrees() {
	name=$1
	rm -f ./*.csv plain.db
	last=
	for at in $4; do
		got ratio at, "$at," ratio --depth all --as-of "$at"
		got progress at, "$at," progress --depth all --all --plan KH41 --as-of "$at"
		got probation at, "$at," probation --as-of "$at"
		got idle at, "$at," idle --months 0 --as-of "$at"
		got forecast at, "$at," forecast --plan KH41 --as-of "$at"
		for scope in $3; do
			got summary '' '' summary --unit "$scope" --plan KH41 --as-of "$at"
		done
		for by in gender status kind; do
			got structure at,by, "$at,$by," structure --by $by --as-of "$at"
		done
		got movement a,b, "$at,$at," movement --depth all --from "$at" --to "$at"
		[ -z "$last" ] || {
			got movement a,b, "$last,$at," movement --depth all --from "$last" --to "$at"
			got admitted a,b,by, "$last,$at,age," structure --of admitted --by age --from "$last" --to "$at"
			got admitted a,b,by, "$last,$at,kind," structure --of admitted --by kind --from "$last" --to "$at"
		}
		last=$at
	done
	for by in age ethnicity religion occupation education theory party_age; do
		got structure at,by, "$last,$by," structure --by $by --as-of "$last"
	done
	first=${4%% *}
	for scope in $3; do
		for every in month quarter year; do
			got trend scope,every, "$scope,$every," trend --unit "$scope" --every $every \
				--from "$first" --to "$last"
		done
	done
	{
		for file in units members plans; do
			echo ".import --csv $2/$file.csv $file"
		done
		for file in ratio progress probation idle forecast summary structure movement admitted trend; do
			table_of $file
		done
		echo ".read $root/tests/plain.sql"
	} >ask.sql
	sqlite3 -batch -bail plain.db <ask.sql >"$out" 2>"$err" || fail "$name: sqlite3"
	silent "$err"
	silent "$out"
}
