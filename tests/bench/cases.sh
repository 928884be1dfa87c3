# cases.sh: what bench.sh measures. Each case prepares what it needs, runs one command under measure
# and checks the result; a wrong result ends the benchmark. Cases run in the folder of one size (the
# sample's in its own), in rounds; the warm-up round also compares whole lists.
#
# shellcheck shell=sh
# shellcheck disable=SC2154 # bench.sh sets build, memberstat, here, sample, samples, size, round, rows

# The day, the year and the plan of the reports and of the queries for the other programs
# (peer/*.sql).
day=2022-04-30
year=2022-01-01
plan=2021-01-01

# measured CASE OUTPUT COMMAND…: one run; its figures are added to the samples unless it is the
# warm-up.
measured() {
	case_name=$1
	output=$2
	shift 2
	figures=$("$build/measure" "$output" "$@" 2>errors) || {
		cat errors >&2
		fail "$case_name: the command failed"
	}
	[ "$round" = 0 ] || echo "$size $case_name $round $figures" >>"$samples"
}

# accounted NAME COUNT: the account of the last import has this count.
accounted() {
	grep -q "\"$1\":$2[,}]" account || fail "$case_name: not $1 $2: $(cat account)"
}

# holds DATABASE FOLDER: list gives the folder's members byte for byte.
holds() {
	[ "$round" -gt 0 ] || "$memberstat" --db "$1" list members | cmp - "$2/members.csv" >&2 ||
		fail "$case_name: list members differs from what was imported"
}

import_units() {
	rm -f units.db
	measured units account "$memberstat" --db units.db import --format json sorted/units.csv \
		sorted/population.csv sorted/plans.csv
	accounted rejected 0
}

# import CASE FOLDER DATABASE
import() {
	measured "$1" account "$memberstat" --db "$3" import --format json "$2/members.csv"
	accounted read "$rows"
	accounted rejected 0
}

# import_first CASE FOLDER DATABASE
import_first() {
	cp units.db "$3"
	import "$@"
	accounted added "$rows"
	holds "$3" sorted
}

import_changed() {
	cp loaded.db changed.db
	import "$1" changed changed.db
	accounted added 0
	accounted updated '[1-9][0-9]*'
	holds changed.db changed
}

# import_text CASE FOLDER DATABASE
import_text() {
	rm -f "$3"
	{
		cat "$here/peer/table.sql"
		echo ".import --csv --skip 1 $2/members.csv members"
	} >load.sql
	measured "$1" /dev/null sqlite3 -batch "$3" <load.sql
	[ "$(sqlite3 "$3" 'SELECT count(*) FROM members')" = "$rows" ] || fail "$1: rows are missing"
}

# report NAME OPTION…
report() {
	measured "$1" "$1.csv" "$memberstat" --db loaded.db report "$@" --format csv
}

# run CASE
run() {
	case $1 in
	units) import_units ;;
	first) import_first "$1" sorted loaded.db ;;
	shuffled) import_first "$1" shuffled shuffled.db ;;
	again)
		import "$1" sorted loaded.db
		accounted unchanged "$rows"
		;;
	changed) import_changed "$1" ;;
	undo)
		measured "$1" /dev/null "$memberstat" --db changed.db undo
		holds changed.db sorted
		;;
	text_first) import_text "$1" sorted text.db ;;
	text_shuffled) import_text "$1" shuffled text-shuffled.db ;;
	summary | ratio | progress) report "$1" --as-of $day ;;
	movement) report "$1" --from $year --to $day ;;
	trend) report "$1" --every month --from $plan --to $day ;;
	list) measured "$1" /dev/null "$memberstat" --db loaded.db list members ;;
	text_list) measured "$1" /dev/null sqlite3 -batch -csv -header text.db <"$here/peer/list.sql" ;;
	text_*) measured "$1" "$1.csv" sqlite3 -batch -csv -header text.db <"$here/peer/${1#text_}.sql" ;;
	mlr_ratio)
		measured "$1" "$1.csv" mlr --icsv --ocsv --from sorted/members.csv \
			filter "\$joined_on <= \"$day\" && (\$left_on == \"\" || \"$day\" < \$left_on)" \
			'then' count-distinct -f unit
		;;
	workbook_import)
		cp units.db book.db
		measured "$1" account "$memberstat" --db book.db import --format json book.xlsx
		accounted added "$rows"
		holds book.db sorted
		;;
	workbook_csv) import_first "$1" sorted text.db ;;
	workbook_bare)
		# shellcheck disable=SC2016 # "$1" and $part are the inner shell's
		measured "$1" /dev/null sh -c 'for part in worksheets/sheet1 sharedStrings; do
			unzip -p book.xlsx xl/$part.xml | "$1"; done' sh "$build/bare"
		;;
	sample_import)
		rm -f sample.db
		measured "$1" account "$memberstat" --db sample.db import --format json \
			"$sample/units.csv" "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"
		accounted rejected 0
		;;
	sample_summary)
		measured "$1" summary.csv "$memberstat" --db sample.db report summary --as-of $day --format csv
		same "$1" "$(cell summary.csv members)" 4541
		;;
	select_1) measured "$1" /dev/null sqlite3 sample.db 'select 1' ;;
	*) fail "no such case: $1" ;;
	esac
}

# --- do they answer the same? ------------------------------------------------------------------------

# total FILE COLUMN: the sum over all rows. cell FILE COLUMN: the first row's.
total() {
	awk -F , -v column="$2" '{ sub(/\r$/, "") }
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == column) wanted = i; next }
		{ sum += $wanted }
		END { print wanted ? sum + 0 : "no such column" }' "$1"
}

cell() {
	head -n 2 "$1" | total - "$2"
}

# same WHAT OURS OTHERS
same() {
	[ "$2" = "$3" ] || fail "$1: memberstat says $2, others say $3"
}

# members_in FILE: how many members the file has on the day, counted by none of the compared
# programs.
members_in() {
	awk -F , -v day=$day '
		NR > 1 && $14 <= day && ($16 == "" || day < $16) { n++ }
		END { print n + 0 }' "$1"
}

# agree: compares the reports of the last round with the results of the other programs.
agree() {
	for column in members official admitted; do
		same "summary, $column" "$(cell summary.csv $column)" "$(total text_summary.csv $column)"
	done
	same 'ratio, members' "$(cell ratio.csv members)" "$(total text_ratio.csv members)"
	same 'ratio, Miller' "$(cell ratio.csv members)" "$(total mlr_ratio.csv count)"
	same 'progress, admitted' "$(cell progress.csv admitted)" "$(total text_progress.csv admitted)"
	for column in opening admitted readmitted transferred_in restored died expelled removed resigned \
		transferred_out closing; do
		same "movement, $column" "$(cell movement.csv $column)" "$(total text_movement.csv $column)"
	done
	for column in increase decrease admitted; do
		same "trend, $column" "$(total trend.csv $column)" "$(total text_trend.csv $column)"
	done
}
