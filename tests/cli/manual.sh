#!/bin/sh
# The manual is complete: the man page has everything that the program knows, in both languages; its
# examples are valid command lines; and it fits a terminal.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"

cd "$folder"
commands='import report export list check log undo backup recount help completion'

# section HEADING: that section of the page in $page.
section() {
	awk -v heading=".Sh $1" '$0 == heading { inside = 1; next } /^\.Sh/ { inside = 0 } inside' "$page"
}

# part HEADING: that part of a section.
part() {
	awk -v heading=".Ss $1" '$0 == heading { inside = 1; next } /^\.S[sh]/ { inside = 0 } inside' "$page"
}

# lists NAMES…: the text in $out has each as an entry of a list.
lists() {
	for name in "$@"; do
		says_line "$out" ".It Cm \"$name\""
	done
}

# The names of the options in the help of a command.
options_of() {
	"$memberstat" "$1" --help | sed -n 's/^ *\(-[a-zA-Z], \)\{0,1\}--\([a-z-]*\).*/\2/p'
}

codes=$(sed -n 's/.*\[FINDING_[A-Z_]*\] = "\([a-z_]*\)".*/\1/p' "$root/src/import/finding.c")
rules=$(for file in "$root"/src/sql/check/*.sql; do basename "$file" .sql; done)
reports=$("$memberstat" report | cut -d ' ' -f 1)
[ "$(echo "$codes" | wc -l)" -ge 22 ] || fail 'no codes of findings found'
[ "$(echo "$rules" | wc -l)" -ge 12 ] || fail 'no rules found'
[ "$(echo "$reports" | wc -l)" -ge 10 ] || fail 'no reports found'
run 0 import "$sample"/units.csv "$sample"/population.csv "$sample"/plans.csv "$sample"/members.csv

for lang in en vi; do
	page=$folder/$lang.1
	"$memberstat" --lang $lang help --man >"$page"
	if [ $lang = en ]; then
		statuses='EXIT STATUS'
		of='DETAILS OF'
		columns_of='Columns of'
	else
		statuses='MÃ KẾT THÚC'
		of='CHI TIẾT VỀ'
		columns_of='Các cột của'
	fi

	for command in $commands; do
		part "$command" >"$out"
		[ -s "$out" ] || fail "$lang: nothing about $command"
		for option in $(options_of "$command"); do
			grep -q "Fl \\\\-$option\\( \\|\$\\)" "$page" || fail "$lang: no --$option"
		done
	done

	section "$statuses" >"$out"
	for status in 0 1 2 3 4 5; do
		says_line "$out" ".It $status"
	done

	section "$of import" >"$out"
	# shellcheck disable=SC2086 # words
	lists $codes
	for kind in units population plans members; do
		awk -v "start=$columns_of" -v "kind=$kind" '
			/^\.S[sh]/ { inside = index($0, start) && index($0, kind) }
			inside' "$page" >"$out"
		# shellcheck disable=SC2046 # words
		lists $("$memberstat" list $kind --format csv | sed -n '1s/,/ /gp')
	done

	section "$of check" >"$out"
	# shellcheck disable=SC2086
	lists $rules

	section "$of report" >"$out"
	for report in $reports; do
		says "$out" "$report"
		[ "$report" != all ] || continue
		lists "$report"
		grep -q "^\.Ss .* $report\"\$" "$out" || fail "$lang: no part about the report $report"
		by=
		[ "$report" != structure ] || by='--by age'
		# shellcheck disable=SC2086
		"$memberstat" report "$report" $by --as-of 2022-04-30 --format csv | head -n 1 | tr , '\n' >columns
		awk -v "entry=.It Cm \"$report\"" '
			$0 == entry { inside = 1; next }
			/^\.(It|El)/ { inside = 0 }
			inside' "$out" | tr ',' '\n' | sed 's/ //g; /^$/d' >told
		diff columns told >&2 || fail "$lang: columns of $report"
	done

	# Every example is a command line that the program takes.
	for command in '' $commands; do
		# shellcheck disable=SC2086
		"$memberstat" --lang $lang help $command |
			sed -e ':more' -e '/\\$/{N;s/ *\\\n */ /;b more' -e '}' |
			sed -n 's/^    *memberstat /memberstat /p' |
			sed 's/ *[|>].*//; s/ *&&.*//' >examples
		while read -r line; do
			eval "set -- $line"
			shift
			"$memberstat" "$@" --help >/dev/null 2>"$err" || fail "$lang: example: $line"
		done <examples
	done
	[ -s examples ] || fail "$lang: no examples"
done

# `help` prints everything; --help prints the beginning and says where the rest is.
run 0 import --help
says "$out" 'Details: memberstat help import'
says_not "$out" 'too_few_cells'
run 0 help import
says "$out" 'too_few_cells'
run 0 --lang vi help import
says "$out" 'Tệp bị từ chối thì làm gì:'

if ! command -v mandoc >/dev/null; then
	echo 'mandoc is not installed: the look of the page was not tested'
	exit 77
fi
for look in 'utf8 en' 'utf8 vi' 'ascii en'; do
	lang=${look#* }
	mandoc -T lint -W warning "$lang.1" >&2 || fail "$lang: mandoc"
	# Bold and underlined characters are written twice, with backspaces.
	mandoc -T "${look% *}" "$lang.1" | sed 's/.\x08//g' >rendered
	[ "$(wc -l <rendered)" -gt 900 ] || fail "$look: hardly a page"
	! grep -nE '^.{81}' rendered >&2 || fail "$look: lines of more than 80 columns"
done
