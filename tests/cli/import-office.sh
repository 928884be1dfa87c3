#!/bin/sh
# What a real spreadsheet program saves is imported without options. Skipped where there is none.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"

office=$(command -v soffice || command -v libreoffice) || {
	echo 'LibreOffice (soffice) is not installed'
	exit 77
}
# spoken_here LANGUAGE: sets LibreOffice up for a language.
spoken_here() {
	language=$1
	mkdir -p "$folder/$language/user"
	cat >"$folder/$language/user/registrymodifications.xcu" <<END
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>$language</value></prop></item>
</oor:items>
END
}

# convert FORMAT FOLDER FILE [OPTIONS]
convert() {
	format=$1
	into=$2
	from=$3
	shift 3
	"$office" "-env:UserInstallation=file://$folder/$language" --headless "$@" --convert-to "$format" \
		--outdir "$into" "$from" >"$out" 2>&1 || fail "soffice: $format"
}

# saved SHEET DELIMITER ENCODING: saves as "Save As, CSV" does, with the cells as they are shown.
saved() {
	convert "csv:Text - txt - csv (StarCalc):$2,34,$3,1,,0,false,true,false" "$folder/saved" "$1"
}

unchanged() {
	run 0 import --verbose "$1"
	says "$err" "$2"
	says "$err" 'read 5190 = added 0 + updated 0 + unchanged 5190 + rejected 0 + skipped 0; stored'
}

run 0 import "$sample/units.csv" "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"

spoken_here vi-VN

# The roll in a sheet, as an office keeps it: codes are text, dates are dates.
"$root/tests/shapes.sh" words members <"$sample/members.csv" |
	"$root/tests/shapes.sh" slashes members |
	"$root/tests/shapes.sh" headings members >"$folder/roll.csv"
columns=1/2/2/2/3/2/4/1/5/2/6/2/7/2/8/2/9/2/10/2/11/2/12/4/13/4/14/4/15/2/16/4/17/2
convert ods "$folder" "$folder/roll.csv" "--infilter=CSV:44,34,76,1,$columns"
saved "$folder/roll.ods" 59 76
grep -q '^000179GL;30049-06;Huỳnh Thị Hiền;15/04/1972;NỮ;' "$folder/saved/roll.csv" ||
	fail 'the sheet is not as it was meant'
unchanged "$folder/saved/roll.csv" 'encoding UTF-8, delimiter ";"'
saved "$folder/roll.ods" 9 65535
unchanged "$folder/saved/roll.csv" 'encoding UTF-16LE, delimiter "TAB"'

# The same sheet saved on a computer with American dates: nothing is stored.
spoken_here en-US
saved "$folder/roll.ods" 59 76
grep -q ';04/15/1972;' "$folder/saved/roll.csv" || fail 'the sheet is not as it was meant'
run 3 import --on-error=skip "$folder/saved/roll.csv"
says "$err" 'roll.csv:5: birth_date: "Ngày, tháng, năm sinh": month first: '
says "$err" 'nothing stored'
spoken_here vi-VN

# A list goes to a workbook and back; the note below the table is passed over.
if "$memberstat" list units --format xlsx -o "$folder/list.xlsx" 2>"$err"; then
	for kind in plans members; do
		run 0 --lang vi list $kind -o "$folder/list.xlsx"
		saved "$folder/list.xlsx" 59 76
		run 0 import "$folder/saved/list.csv"
		rows=$(($(wc -l <"$sample/$kind.csv") - 1))
		says "$err" ": $kind: read "
		says "$err" " = added 0 + updated 0 + unchanged $rows + rejected 0 + skipped 2"
		says_not "$err" warning
	done
fi
