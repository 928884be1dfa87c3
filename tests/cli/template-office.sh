#!/bin/sh
# A template that was opened in a spreadsheet program and saved again is imported too. Skipped where there is none.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"
cd "$folder"

office=$(command -v soffice || command -v libreoffice) || {
	echo 'LibreOffice (soffice) is not installed'
	exit 77
}
grep -aq 'libxlsxwriter\.so' "$memberstat" || {
	echo 'built without .xlsx'
	exit 77
}
mkdir saved
run 0 import "$root/tests/workbooks/units.csv"
for kind in units population plans members; do
	run 0 --lang vi template "$kind" -o "$kind.xlsx"
done
"$office" "-env:UserInstallation=file://$folder/user" --headless --convert-to 'xlsx:Calc MS Excel 2007 XML' \
	--outdir saved units.xlsx population.xlsx plans.xlsx members.xlsx >"$out" 2>&1 || fail 'soffice'
for kind in units population plans members; do
	unzip -p "saved/$kind.xlsx" docProps/app.xml | grep -q LibreOffice || fail 'not saved by LibreOffice'
	run 0 import --dry-run "saved/$kind.xlsx"
	says "$err" ": $kind: "
	says "$err" 'read 0 = added 0'
	says_not "$err" 'warning'
	# Columns are still text, dates and lists.
	unzip -p "saved/$kind.xlsx" xl/worksheets/sheet1.xml >sheet
	case $kind in
	plans | members) says sheet 'type="date"' ;;
	esac
	says sheet 'type="list"'
done
