#!/bin/sh
# Arrows between modules only ever go down: whoever includes stands at the same level as what is
# included, or above it. A library is seen by the one file that wraps it.
set -eu

cd "${ROOT:-$(dirname "$0")/..}"

# Level and the modules of it; a name stands for the header and the source file that are called so.
levels='
4 main cmd_backup cmd_check cmd_completion cmd_export cmd_help cmd_import cmd_list cmd_log cmd_report
4 cmd_recount cmd_undo
3 importer import_rows keeping keep_members keep_rows keep_units member member_rules member_store
3 member_totals
3 rowread grid headings rejects journal units
3 report reports question plans notes rules rows page database
3 monthly compare export manifest
3 completion completion_bash completion_fish completion_zsh help manual
3 topics topics_codes topics_import topics_report topics_tables
2 source csvread field fields record spool
2 db dbfunc installs sql batch population tally totals totals_change
2 totals_keep
2 render render_csv render_html render_json render_markdown render_table render_xlsx view
2 markup markup_style svg svg_bars svg_lines xlsx xlsx_chart xlsx_library xlsx_style
1 date number book books text text_key text_lossy vietnamese decode vni hint input finding
1 ledger
1 outfile folder json layout prose choice command option
0 buf err label
'

# Library and the files that may include it.
libraries='
csv.h src/csvread.c
utf8proc.h src/text.c
iconv.h src/decode.c
nettle/sha2.h src/input.c
xlsxwriter.h include/xlsx_library.h
dlfcn.h src/xlsx_library.c
sqlite3.h include/batch.h include/db.h include/dbfunc.h include/notes.h include/rows.h src/main.c
'

{
	echo "$levels" | sed 's/^/level /'
	echo "$libraries" | sed 's/^/library /'
	grep -H '^#include' src/*.c include/*.h | sed 's/:#include */ /; s/^/include /'
} | awk '
	$1 == "level" { for (i = 3; i <= NF; i++) level[$i] = $2 }
	$1 == "library" { for (i = 3; i <= NF; i++) may[$2, $i] = 1; wrapped[$2] = 1 }
	$1 == "include" {
		name = substr($3, 2, length($3) - 2)
		if ($3 ~ /^</) {
			if (wrapped[name] && !may[name, $2])
				wrong($2 " includes <" name ">")
			next
		}
		if (name ~ /\.inc$/)
			next
		upper = module($2)
		lower = module(name)
		if (level[lower] > level[upper])
			wrong($2 " (level " level[upper] ") includes " name " (level " level[lower] ")")
		arrows++
	}
	function module(path) {
		sub(/.*\//, "", path)
		sub(/\.[ch]$/, "", path)
		if (!(path in level)) {
			wrong(path " has no level: give it one in this test")
			level[path] = 0
		}
		return path
	}
	function wrong(what) { print "layers.sh: " what; failed = 1 }
	END {
		if (arrows < 100)
			wrong("only " arrows + 0 " arrows found")
		exit failed
	}'
