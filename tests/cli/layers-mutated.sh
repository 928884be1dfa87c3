#!/bin/sh
# tests/layers.sh fails on what it is there for: each rule is broken in a copy of the sources and objects.
set -eu

. "${ROOT:-.}/tests/lib.sh"
compiler=${CC:-cc}
sound=$folder/sound
tree=$folder/tree
mkdir "$sound"
cd "$root"
git ls-files -z -co --exclude-standard src include tests/layers.sh | xargs -0 cp --parents -t "$sound"
objects=$(dirname "$memberstat")
cp "$objects"/*.o "$objects"/sql_list.inc "$sound"
for path in src/*/; do
	name=$(basename "$path")
	[ "$name" = sql ] || { mkdir "$sound/$name" && cp "$objects/$name"/*.o "$sound/$name"; }
done
git init -q "$sound"

# afresh: the sound tree, to be broken.
afresh() {
	rm -rf "$tree"
	cp -R "$sound" "$tree"
	cd "$tree"
}


# calls FILE SYMBOL: makes a function of this file call another, without an include.
calls() {
	printf '\nextern void %s();\nvoid broken_%s(void);\nvoid broken_%s(void)\n{\n\t%s();\n}\n' \
		"$2" "$(basename "$1")" "$(basename "$1")" "$2" >"$1.extra.c"
	$compiler -std=c17 -w -O0 -c -o "$1.extra.o" "$1.extra.c"
	ld -r -o "$1.both.o" "$1.o" "$1.extra.o"
	mv "$1.both.o" "$1.o"
}

# layers STATUS [TEXT…]: how the test ends on the tree, and what it says.
layers() {
	wanted=$1
	shift
	status=0
	ROOT=$tree MEMBERSTAT=$tree/memberstat sh tests/layers.sh >"$out" 2>&1 || status=$?
	[ $status = "$wanted" ] || fail "layers.sh: status $status, wanted $wanted"
	for text in "$@"; do says "$out" "$text"; done
}

afresh
layers 0

# An include of a folder above, of the sideway one, in a header too, and of what is in no folder.
echo '#include "cli/command.h"' >>src/base/buf.c
layers 1 'base/buf includes cli/command'
afresh
echo '#include "report/report.h"' >>src/import/journal.c
layers 1 'import/journal includes report/report'
afresh
echo '#include "store/db.h"' >>include/base/date.h
layers 1 'base/date includes store/db'
afresh
mkdir src/odd
echo '#include "base/buf.h"' >src/odd/thing.c
layers 1 'odd/thing or base/buf is in no folder of the architecture'

# The same by symbol alone.
afresh
calls base/buf help_usage
layers 1 'base/buf calls help_usage of cli/help'
afresh
calls import/journal report_find
layers 1 'import/journal calls report_find of report/report'

# Circles: of includes and of calls, of two and of three.
afresh
echo '#include "base/number.h"' >>include/base/date.h
echo '#include "base/date.h"' >>include/base/number.h
layers 1 'a circle of includes:' base/date base/number
afresh
calls base/buf text_fold
layers 1 'a circle of calls:' base/text base/buf
afresh
calls store/sql sorter_new
calls base/sorter sql_text
layers 1 'base/sorter calls sql_text of store/sql' 'a circle of calls:'

# A library outside the file that wraps it, whichever it is.
libraries=$(sed -n "/^libraries='/,/^'/p" tests/layers.sh | awk 'NF > 1 { print $1 }' | sort -u)
[ "$(echo "$libraries" | wc -l)" -ge 7 ] || fail 'the list of libraries was not read'
for library in $libraries; do
	afresh
	echo "#include <$library>" >>src/base/number.c
	layers 1 "src/base/number.c includes <$library>"
	afresh
	echo "#include <$library>" >>include/render/sheet.h
	layers 1 "include/render/sheet.h includes <$library>"
done

# A tree without objects proves nothing.
afresh
rm -r ./*/*.o
layers 1 'arrows found: calls'
exit 0
