#!/bin/sh
# The sample gives the same reports, to the byte, in every shape in which offices save their sheets.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"

LETTERS=$folder/letters
export LETTERS
"${CC:-cc}" -std=c17 -D_POSIX_C_SOURCE=200809L -o "$LETTERS" "$root/tests/letters.c" -lutf8proc
shapes=$root/tests/shapes.sh

# Imports the sample in a shape and writes all lists and reports to a file.
reports_of() {
	rm -f "$MEMBERSTAT_DB"
	for kind in units population plans members; do
		"$shapes" "$1" $kind <"$sample/$kind.csv" >"$folder/$kind.csv"
	done
	# shellcheck disable=SC2046 # options
	run 0 import $("$shapes" "$1") "$folder/members.csv" "$folder/population.csv" "$folder/units.csv" \
		"$folder/plans.csv"
	cp "$err" "$folder/told"
	{
		for kind in units population plans members; do
			"$memberstat" list $kind
		done
		for report in summary 'ratio --depth all' 'progress --depth all --all' 'movement --depth all'; do
			# shellcheck disable=SC2086 # options
			"$memberstat" report $report --as-of 2022-04-30
		done
		for field in age religion education theory; do
			"$memberstat" report structure --by $field --as-of 2022-04-30
		done
	} >"$2"
}

reports_of plain "$folder/plain"
reports_of small "$folder/small"
[ "$(wc -l <"$folder/plain")" -gt 6000 ] || fail 'no reports to compare with'
for shape in $("$shapes"); do
	like=$folder/plain
	[ "$shape" != tcvn3 ] || like=$folder/small
	reports_of "$shape" "$folder/got"
	cmp "$like" "$folder/got" >&2 || fail "$shape: other reports"
	! grep warning "$folder/told" >&2 || fail "$shape: warnings"
	case $shape in
	# Totals, blank rows and the numbers of a form's columns are counted as skipped.
	totals) skipped=104 ;;
	blanks) skipped=416 ;;
	office) skipped=528 ;;
	ledger) skipped=1 ;;
	*) skipped=0 ;;
	esac
	says "$folder/told" "members: read $((5190 + skipped)) = added 5190 + updated 0 + unchanged 0 + \
rejected 0 + skipped $skipped; stored"
done

# --verbose tells what was found.
for told in 'bom UTF-8 (BOM)/,/1' 'semicolon UTF-8/;/1' 'tab UTF-8/TAB/1' 'unicode_text UTF-16LE/TAB/1' \
	'utf16be UTF-16BE/,/1' 'sep UTF-8/|/2' 'titles UTF-8/,/8' 'tcvn3 TCVN3/,/1' 'vni VNI/,/1' \
	'cp1258 CP1258/,/1' 'ledger UTF-8/,/4'; do
	shape=${told%% *}
	told=${told#* }
	"$shapes" "$shape" members <"$sample/members.csv" >"$folder/members.csv"
	# shellcheck disable=SC2046 # options
	run 0 import --dry-run $("$shapes" "$shape") "$folder/members.csv"
	encoding=${told%%/*}
	line=${told##*/}
	delimiter=${told#*/}
	says "$err" "members.csv: kind members, encoding $encoding, delimiter \"${delimiter%/*}\", header on \
line $line, columns: member, unit, full_name, birth_date, gender"
done

# Without --encoding the bytes are refused, and the message names the encoding that they look like.
for shape in tcvn3 vni cp1258; do
	"$shapes" $shape members <"$sample/members.csv" >"$folder/members.csv"
	run 3 import "$folder/members.csv"
	says "$err" "members.csv:2: line 2 has bytes that are not UTF-8; they look like another encoding, \
try --encoding $shape"
	"$shapes" headings members <"$sample/members.csv" | "$shapes" $shape members >"$folder/members.csv"
	run 3 import "$folder/members.csv"
	says "$err" "not UTF-8 text, it looks like $shape"
	run 0 import --dry-run --encoding $shape "$folder/members.csv"
done
# UTF-16 without a byte order mark.
for end in le be; do
	iconv -f UTF-8 -t UTF-16$end "$sample/members.csv" >"$folder/members.csv"
	run 3 import "$folder/members.csv"
	says "$err" "not UTF-8 text, it looks like utf-16$end; save it again as CSV UTF-8, or use --encoding"
	run 0 import --dry-run --encoding utf-16$end "$folder/members.csv"
done
# A byte order mark goes before the option.
"$shapes" bom members <"$sample/members.csv" >"$folder/members.csv"
run 0 import --dry-run --encoding tcvn3 "$folder/members.csv"
says "$err" 'encoding UTF-8 (BOM)'

# A delimiter that is not found by itself can be named.
for named in 'comma ,' 'semicolon ;' 'tab \t' ': :' '| |'; do
	tr , "${named#* }" <"$sample/members.csv" >"$folder/members.csv"
	run 0 import --dry-run --delimiter "${named% *}" "$folder/members.csv"
	says "$err" 'read 5190 = added 0 + updated 0 + unchanged 5190'
done
run 3 import --delimiter semicolon "$sample/members.csv"
