# page.sh: the text that bench.sh prints, with lines that tables.awk replaces by rows of figures.
#
# shellcheck shell=sh
# shellcheck disable=SC2154 # bench.sh sets memberstat, members, sizes and size
# shellcheck disable=SC2016 # backquotes are Markdown

# grouped NUMBER: 1,000,000
grouped() {
	echo "$1" | sed -e :a -e 's/^\([0-9]*[0-9]\)\([0-9]\{3\}\)/\1,\2/' -e ta
}

memory() {
	awk -v pages="$(getconf _PHYS_PAGES)" -v bytes="$(getconf PAGESIZE)" \
		'BEGIN { printf "%.0f", pages * bytes / 1073741824 }'
}

system() {
	sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release
}

machine() {
	echo "$(getconf _NPROCESSORS_ONLN) processors ($(uname -m)), $(memory) GB of memory, $(system)"
}

programs() {
	echo "$("$memberstat" --version | paste -s -d , - | sed 's/,/, /g'), sqlite3 shell" \
		"$(sqlite3 --version | cut -d ' ' -f 1), Miller $(mlr --version | cut -d ' ' -f 2)"
}

settings() {
	for name in N GROWTH RUNS PARTS; do
		eval "value=\${$name:-}"
		[ -z "$value" ] || printf " %s='%s'" $name "$value"
	done
}

table() {
	echo
	head='|'
	rule='|'
	for title in "$@"; do
		head="$head $title |"
		rule="$rule---|"
	done
	echo "$head"
	echo "$rule"
}

import_tables() {
	peer='`.import` of sqlite3'
	echo
	echo "## Importing $(grouped "$members") members"
	table 'members.csv' memberstat 'compared with' 'its time' 'ratio (lowest–highest)' goal
	echo "time|$members|first, in the order of codes|first|text_first|$peer|0.8"
	echo "time|$members|first, shuffled|shuffled|text_shuffled|$peer, shuffled|0.8"
	echo "time|$members|again, nothing changed|again|first|first, in order|0.5"
	echo "time|$members|again, 1 % changed|changed|first|first, in order|near the line above"
	echo "time|$members|undo of that|undo|changed|the import it takes back|"
	table 'what it takes' memberstat "$peer" goal
	echo "peak|$members|highest memory, first, in order|first|text_first|64"
	echo "peak|$members|highest memory, first, shuffled|shuffled|text_shuffled|64"
	echo "peak|$members|highest memory, nothing changed|again||64"
	echo "peak|$members|highest memory, 1 % changed|changed||64"
	echo "peak|$members|highest memory, undo|undo||64"
	echo "cpu|$members|processor time, first, in order|first|text_first|"
	echo "cpu|$members|processor time, first, shuffled|shuffled|text_shuffled|"
	size_rows
}

size_rows() {
	echo "fact|$members|database, bytes a member|db|text|"
	echo "fact|$members|database, shuffled, bytes a member|db_shuffled||"
	echo "fact|$members|members.csv, bytes a member|csv||"
}

report_tables() {
	echo
	echo "## Reports over $(grouped "$members") members"
	table report memberstat 'compared with' 'its time' 'ratio (lowest–highest)' goal
	for name in summary ratio progress movement trend; do
		echo "time|$members|$name|$name|text_ratio|members by unit, sqlite3 on text|0.12"
	done
	for name in summary ratio progress movement trend; do
		echo "time|$members|$name|$name|text_$name|the same in SQL, sqlite3 on text|"
	done
	echo "time|$members|ratio|ratio|mlr_ratio|members by unit, Miller on members.csv|"
	echo "time|$members|list members|list|text_list|SELECT in order, sqlite3 on text|"
	echo
	echo 'The goal is what DuckDB took for such a count, 60 ms where the sqlite3 shell took 515 ms to count the'
	echo 'members of each unit in its text table: 0.12 of that. (DuckDB is not in Debian, so it is not run here.)'
	table 'highest memory' memberstat 'sqlite3 on text' ''
	for name in summary ratio progress movement trend list; do
		echo "peak|$members|$name|$name|text_$name|"
	done
}

growth_table() {
	echo
	echo '## How time grows'
	set --
	for step in $sizes; do
		set -- "$@" "$(grouped "$step")"
	done
	table members "$@"
	echo "facts|$sizes|rounds that count|rounds"
	echo "facts|$sizes|rows of members.csv|rows"
	echo "facts|$sizes|units|units"
	echo "facts|$sizes|members.csv, MB|csv_mb"
	echo "facts|$sizes|database, MB|db_mb"
	echo "facts|$sizes|database, bytes a member|db"
	echo "growth|$sizes|import of units, population, plans|units"
	echo "growth|$sizes|first import, in order|first"
	echo "growth|$sizes|first import, shuffled|shuffled"
	echo "growth|$sizes|again, nothing changed|again"
	echo "growth|$sizes|again, 1 % changed|changed"
	echo "growth|$sizes|undo of that|undo"
	for name in summary ratio progress movement trend; do
		echo "growth|$sizes|report $name|$name"
	done
	echo "growth|$sizes|list members|list"
	echo "peaks|$sizes|highest memory, first import, in order|first"
	echo "peaks|$sizes|highest memory, first import, shuffled|shuffled"
	echo "peaks|$sizes|highest memory, 1 % changed|changed"
	echo "peaks|$sizes|highest memory, report movement|movement"
}

workbook_table() {
	echo
	echo "## A workbook of $(grouped "$workbook_rows") members"
	table workbook memberstat 'compared with' 'its time' 'ratio (lowest–highest)' goal
	echo "time|workbook|first import|workbook_import|workbook_bare|unzip, and expat on its XML|"
	echo "time|workbook|first import|workbook_import|workbook_csv|the same as CSV|"
	table 'what it takes' memberstat 'the same as CSV' goal
	echo "peak|workbook|highest memory|workbook_import|workbook_csv|64"
	echo "cpu|workbook|processor time|workbook_import|workbook_csv|"
	echo "fact|$workbook_rows|rows|book_rows||"
	echo "fact|$workbook_rows|workbook, MB|book_mb||"
}

sample_table() {
	echo
	echo '## The district'
	table 'the sample' memberstat 'compared with' 'its time' 'ratio (lowest–highest)' goal
	echo 'time|sample|report summary|sample_summary|select_1|`sqlite3 FILE "select 1"`|2'
	echo 'time|sample|import of all four files|sample_import|select_1|`sqlite3 FILE "select 1"`|20'
}

page() {
	echo '# Benchmarks'
	echo
	echo "Made by \`make bench-results$(settings)\` on $(date +%Y-%m-%d): $(machine)."
	echo "$(programs)."
	echo
	echo 'Every command is a whole process. Programs run in turn, round after round, after a round that does'
	echo 'not count; times are medians, ratios are taken within each round. Members are invented and have'
	echo '17 columns; `.import` fills a table of text columns with the same key and checks nothing.'
	if part imports; then import_tables; fi
	if part reports; then report_tables; fi
	if part imports || part reports; then growth_table; fi
	if part workbook; then workbook_table; fi
	if part sample; then sample_table; fi
}
