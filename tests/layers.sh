#!/bin/sh
# Checks the architecture: what the sources include and what the objects call.
#
#     cli -> report, import -> render -> totals -> store -> base
#
# A folder uses its own files and those of folders to its right; report and import do not use each other.
# No circles: neither among modules that include each other nor among objects that call each other. A
# library is seen by the one file that wraps it.
set -eu

build=$(dirname "${MEMBERSTAT:?the program, in the folder where its objects are}")
cd "${ROOT:-$(dirname "$0")/..}"

# Libraries, and the files that may include them.
libraries='
csv.h src/import/csvread.c
utf8proc.h src/base/text.c
iconv.h src/import/decode.c
nettle/sha2.h src/base/input.c
xlsxwriter.h include/render/xlsx_library.h
dlfcn.h src/base/library.c
zip.h src/import/archive.c
expat.h src/import/xml.c
sqlite3.h include/store/batch.h include/store/db.h include/store/sql_functions.h
sqlite3.h include/report/forecast_notes.h include/report/population_notes.h include/report/statement_rows.h src/main.c
'
# Tables of entries that use the module which reads the table: no circle, though it looks like one.
tables='cli/commands render/renderers'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
wrong() {
	echo "layers.sh: $*"
	failed=1
}

# User and used, a pair on each line, by include: "cli/command base/buf".
# shellcheck disable=SC2046 # no name of a file has a blank
grep -H '^#include "[a-z_]*/' $(git ls-files -co --exclude-standard 'src/*.c' 'include/*.h') |
	sed 's/^[a-z]*\///; s/\.[ch]:#include "/ /; s/\.h".*//' | awk '$1 != $2' | sort -u >"$work/includes"
# The same by symbol.
for source in $(cd src && echo main.c */*.c); do echo "${source%.c}.o"; done |
	(cd "$build" && xargs nm -A 2>/dev/null) | sed 's/\.o:/ /' | awk '
	$(NF - 1) ~ /^[TDRBV]$/ { home[$NF] = $1 }
	$(NF - 1) == "U" { user[++uses] = $1; used[uses] = $NF }
	END {
		for (i = 1; i <= uses; i++)
			if (used[i] in home && home[used[i]] != user[i])
				print user[i], home[used[i]], used[i]
	}' | sort -u >"$work/calls"

for kind in includes calls; do
	awk -v kind=$kind '
		BEGIN {
			split("base store totals render report import cli", folder)
			split("1 2 3 4 5 5 6", height)
			for (i in folder)
				level[folder[i]] = height[i]
		}
		$1 == "main" { next }
		{
			split($1, user, "/")
			split($2, used, "/")
			if (!level[user[1]] || !level[used[1]])
				print $1 " or " $2 " is in no folder of the architecture"
			else if (level[used[1]] > level[user[1]] || (level[used[1]] == level[user[1]] && user[1] != used[1]))
				print $1 " " (kind == "calls" ? "calls " $3 " of" : "includes") " " $2
			arrows++
		}
		END {
			if (arrows < 300)
				print "only " arrows + 0 " arrows found: " kind
		}' "$work/$kind" >"$work/wrong"
	while read -r line; do wrong "$line"; done <"$work/wrong"
	for table in $tables; do grep -v "^$table " "$work/$kind" >"$work/rest" && mv "$work/rest" "$work/$kind"; done
	cut -d ' ' -f 1,2 "$work/$kind" | tsort >"$work/order" 2>"$work/circles" ||
		wrong "a circle of $kind: $(sed 's/^tsort: -*:* *//' "$work/circles" | tr '\n' ' ')"
done

echo "$libraries" | while read -r library _; do
	[ -n "$library" ] || continue
	for file in $(git grep --untracked -l "^#include <$library>" -- src include); do
		echo "$libraries" | grep "^$library " | grep -qw "$file" || echo "$file includes <$library>"
	done
done | sort -u >"$work/wrong"
while read -r line; do wrong "$line"; done <"$work/wrong"
exit $failed
