#!/bin/sh
# The documents of the project agree with it: the map names every source file, links lead somewhere, and
# the definitions hold every column, code, rule and word that the program has.
set -eu
. "${ROOT:-.}/tests/lib.sh"

cd "$root"
definitions=data/README.md
documents="README.md $definitions data/thap-muoi/README.md src/README.md .github/CONTRIBUTING.md"

# --- the map -----------------------------------------------------------------------------------------

# folder/file of each line of the map's tables, and of what stands in the folders.
awk -F '`' '/^### / { folder = substr($0, 5) } /^## / { folder = "" }
	folder != "" && /^\| `/ { print folder "/" $2 }' src/README.md | sort >"$folder/named"
(cd src && ls -- */*.c) | sort >"$folder/there"
[ "$(wc -l <"$folder/there")" -gt 100 ] || fail "only $(wc -l <"$folder/there") source files found"
while read -r file; do
	grep -qxF "$file" "$folder/named" || fail "src/$file: no line in src/README.md says what it does"
done <"$folder/there"
while read -r file; do
	[ -e "src/$file" ] || [ -e "include/$file" ] || fail "src/README.md tells of $file, which does not exist"
done <"$folder/named"
[ -z "$(uniq -d <"$folder/named")" ] || fail "twice in src/README.md: $(uniq -d <"$folder/named")"
for path in src/sql/*; do
	grep -qF "| \`${path#src/}\` |" src/README.md || fail "$path: no line in src/README.md"
done

# --- links -------------------------------------------------------------------------------------------

# A heading's anchor: lower case, blanks as hyphens, other marks gone.
anchors() {
	sed -n 's/^##* //p' "$1" | tr '[:upper:]' '[:lower:]' | sed 's/[`,.:?"()]//g; s/ /-/g'
}
for document in $documents; do
	{ grep -o '](\([^)]*\))' "$document" || true; } | sed 's/^](//; s/)$//' >"$folder/links"
	while read -r link; do
		case $link in http*) continue ;; esac
		page=$document
		[ -z "${link%%#*}" ] || page=$(dirname "$document")/${link%%#*}
		[ -e "$page" ] || fail "$document: the link $link leads nowhere"
		case $link in
		*'#'*) anchors "$page" | grep -qxF "${link#*#}" || fail "$document: no heading for the link $link" ;;
		esac
	done <"$folder/links"
done

# What comments cite is a section of the definitions.
git ls-files -co --exclude-standard src include tests | xargs grep -hoE 'data/README\.md,? sections? [0-9]+( (and|to) [0-9]+)?' |
	grep -oE '[0-9]+' | sort -u >"$folder/cited"
[ "$(wc -l <"$folder/cited")" -ge 4 ] || fail "hardly a comment cites the definitions"
while read -r section; do
	grep -q "^## $section\. " $definitions || fail "a comment cites section $section of $definitions"
done <"$folder/cited"

# --- the definitions ---------------------------------------------------------------------------------

run 0 import "$sample/units.csv" "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"

# columns_of NAME: the columns that the definitions give a report, in their order.
columns_of() {
	sed -n "s/^| \`$1[ \`].* | \([^|]*, [^|]*\) |\$/\1/p" $definitions | head -n 1
}
run 0 report
sed -n 's/^\([a-z_]*\)  .*/\1/p' "$out" >"$folder/reports"
[ "$(wc -l <"$folder/reports")" -ge 9 ] || fail "the list of reports was not understood"
while read -r name; do
	[ "$name" != all ] || continue
	set --
	[ "$name" != structure ] || set -- --by gender
	run 0 report "$name" "$@" --as-of 2022-04-30 --format csv
	header=$(head -n 1 "$out" | sed 's/,/, /g')
	case "$(columns_of "$name"), " in
	"$header, "*) ;;
	*) fail "$definitions has other columns for $name: the program writes $header" ;;
	esac
done <"$folder/reports"

# in_definitions WHAT: each line of standard input stands there as a word of code.
in_definitions() {
	while read -r word; do
		grep -qF "\`$word\`" $definitions || fail "$definitions does not define the $1 $word"
	done
}
for kind in units population plans members; do
	run 0 list "$kind" --format csv
	head -n 1 "$out" | tr ',' '\n' | in_definitions "column of $kind"
done
run 0 --lang en help import
sed -n '/^Codes of errors/,/^What a file/s/^  \([a-z_][a-z_]*\)  .*/\1/p' "$out" >"$folder/codes"
[ "$(wc -l <"$folder/codes")" -gt 20 ] || fail "the list of codes was not understood"
in_definitions code <"$folder/codes"
sed -n 's/^  [a-z_]*: \([a-z_]*\)  .*/\1/p' "$out" >"$folder/words"
[ "$(wc -l <"$folder/words")" -gt 20 ] || fail "the list of words was not understood"
in_definitions word <"$folder/words"
run 0 --lang en help check
sed -n '/^The rules/,$s/^  \([a-z_][a-z_0-9]*\)  .*/\1/p' "$out" >"$folder/rules"
[ "$(wc -l <"$folder/rules")" -gt 10 ] || fail "the list of rules was not understood"
in_definitions rule <"$folder/rules"
