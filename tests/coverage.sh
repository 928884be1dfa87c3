#!/bin/sh
# coverage.sh FOLDER: how much of each source file ran since FOLDER was built with --coverage: its lines,
# and its branches that went both ways at least once each, in percent of how many there are. The total is
# at the end.
set -eu

cd "$(dirname "$0")/.."
build=$1

# gcov says for each file: File 'src/base/buf.c' / Lines executed:98.20% of 112 / … / Taken at least
# once:91.00% of 40. A file that did not run at all has no .gcda and counts with its .gcno.
find src -name '*.c' | LC_ALL=C sort | while read -r source; do
	object=$build/${source#src/}
	gcov -b -n "${object%.c}.gcno" 2>/dev/null
done | awk '
	function percent(done, all) { return all ? sprintf("%6.1f %%", 100 * done / all) : "       -" }
	function row(name, l, lines, b, branches) {
		printf "%-32s %s %6d   %s %6d\n", name, percent(l, lines), lines, percent(b, branches), branches
	}
	function figure(text) { sub(/^[^:]*:/, "", text); split(text, part, /% of /); return part[1] * part[2] / 100 }
	function file_ends() {
		if (ours)
			row(name, lines_run, lines, branches_run, branches)
		all_lines += lines
		all_lines_run += lines_run
		all_branches += branches
		all_branches_run += branches_run
		lines = lines_run = branches = branches_run = ours = 0
	}
	BEGIN { printf "%-32s %15s   %15s\n", "", "lines", "branches" }
	/^File / {
		file_ends()
		name = substr($2, 2, length($2) - 2)
		ours = sub(/^src\//, "", name)
	}
	/^$/ { file_ends() }
	!ours { next }
	/^Lines executed:/ { lines_run = figure($0); lines = part[2] }
	/^Taken at least once:/ { branches_run = figure($0); branches = part[2] }
	END {
		file_ends()
		row("all", all_lines_run, all_lines, all_branches_run, all_branches)
	}'
