#!/bin/sh
# LibreOffice reads workbooks and csv --excel correctly: the figures of the json, codes with their
# zeros, dates as dates.
set -eu

. "${ROOT:-.}/tests/lib.sh"
cd "$folder"

office=
for name in soffice libreoffice; do
	command -v $name >/dev/null && office=$name && break
done
[ "$office" ] || {
	echo 'no LibreOffice is installed'
	exit 77
}

# Codes that a spreadsheet could take for numbers, dates and formulas.
cat >units.csv <<'END'
unit,name,kind,parent
00872,Đảng bộ huyện,district,
1E5,Đảng bộ xã Một,commune,00872
007,"Đảng bộ xã ""Hai""; ba",commune,00872
3-4,Chi bộ 1,cell,1E5
0010,Chi bộ 2,cell,007
END
cat >population.csv <<'END'
unit,as_of,population
00872,2019-04-01,131791
1E5,2020-01-01,1234
007,2021-06-30,57
END
cat >plans.csv <<'END'
plan,unit,from,to,target,ratio_percent
KH41,00872,2021-01-01,2025-12-31,30,3.85
KH41,1E5,2021-01-01,2025-12-31,7,
KH41,007,2021-01-01,2025-12-31,3,
END
awk 'BEGIN {
	print "member,unit,full_name,gender,admitted_on,official_on"
	for (i = 1; i <= 40; i++)
		printf "%06d,%s,Nguyễn Văn %c,%s,2021-%02d-%02d,%s\n", i, i % 3 ? "3-4" : "0010", 65 + i % 26,
			i % 2 ? "male" : "female", i % 12 + 1, i % 28 + 1, i % 5 ? "" : "2022-01-31"
}' >members.csv
run 0 import units.csv population.csv plans.csv members.csv

# read_back INPUT-OPTIONS FILE…: makes NAME.csv of each file in the folder back, as LibreOffice read
# it: with commas, and with the values themselves, not as they are shown.
read_back() {
	options=$1
	shift
	timeout 120 "$office" -env:UserInstallation="file://$folder/profile" --headless --norestore \
		${options:+--infilter="Text - txt - csv (StarCalc):$options"} \
		--convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false' \
		--outdir back "$@" >office.log 2>&1 || :
	for file; do
		[ -s "back/$(basename "${file%.*}").csv" ] || fail "$file was not read: $(cat office.log)"
	done
}

# cells JSON: its cells, a row on a line, TAB between: n before a number, t before a text, w for a word
# (people read another one), e for an empty one; without the level, which people see as a tree.
cells() {
	sqlite3 :memory: "
		SELECT group_concat(CASE
			WHEN cell.type = 'null' THEN 'e'
			WHEN cell.type IN ('integer', 'real') THEN 'n' || cell.value
			WHEN cell.key IN ('kind', 'status', 'group', 'scenario') THEN 'w'
			ELSE 't' || cell.value END, char(9))
		FROM json_each(readfile('$1'), '\$.rows') AS line, json_each(line.value) AS cell
		WHERE cell.key <> 'level' GROUP BY line.key ORDER BY line.key"
}

# table CSV: the same of a file that LibreOffice wrote, without headings and marks.
table() {
	sqlite3 :memory: ".import --csv $1 t" '.mode tabs' '.headers off' 'SELECT * FROM t'
}

# compare NAME: every cell of `wanted` is in `got`; a rounded figure is close.
compare() {
	awk -F '\t' -v name="$1" '
		NR == FNR { wanted[NR] = $0; rows = NR; next }
		FNR <= rows {
			n = split(wanted[FNR], cell, FS)
			for (i = 1; i <= n; i++)
				check(substr(cell[i], 1, 1), substr(cell[i], 2), $i)
			seen++
		}
		function check(kind, value, got, difference) {
			if (kind == "n") {
				sub(/%$/, "", got)
				difference = got - value
				if (got !~ /^-?[0-9.]+(E-?[0-9]+)?$/ || difference > 0.0050001 ||
					difference < -0.0050001 || (value !~ /\./ && difference != 0))
					wrong(value, got)
			} else if (kind == "t" && got != value || kind == "e" && got != "" ||
				kind == "w" && got == "")
				wrong(value, got)
		}
		function wrong(value, got) {
			print name ", row " FNR ", column " i ": \"" got "\", wanted \"" value "\""
			failed = 1
		}
		END { exit failed || seen != rows || rows == 0 }' wanted got >"$out" || fail "$1"
}

"$memberstat" help report | grep -q xlsx && xlsx=xlsx || xlsx=
mkdir excel excel-trend
reports='summary ratio progress movement structure trend probation idle forecast'
for report in $reports; do
	set -- "$report" --as-of 2022-04-30
	case $report in
	structure) set -- "$@" --by gender ;;
	trend) set -- "$@" --from 2021-01-01 ;;
	ratio | movement) set -- "$@" --depth all ;;
	idle) set -- "$@" --months 0 ;;
	esac
	[ ! "$xlsx" ] || run 0 report "$@" -o "$report.xlsx"
	run 0 report "$@" --excel -o "excel/$report.csv"
	run 0 report "$@" -o "$report.json"
	cells "$report.json" >"$report.cells"
	[ -s "$report.cells" ] || fail "$report has no rows"
done
says summary.cells 't00872'
says probation.cells 't000012'
says ratio.cells 't1E5'

# --- xlsx ----------------------------------------------------------------------------------------------

if [ "$xlsx" ]; then
	read_back '' ./*.xlsx
	for report in $reports; do
		cp "$report.cells" wanted
		table "back/$report.csv" >got
		# A single record has a heading and a value on each line.
		[ "$report" != summary ] || awk -F '\t' 'NR <= 25 { printf "%s%s", $2, NR < 25 ? "\t" : "\n" }' got >line
		[ "$report" != summary ] || mv line got
		compare "$report.xlsx"
	done
	rm -r back
fi

# --- csv for Excel: `;`, decimal comma, UTF-8; who opens it calls the columns of codes text ---------------

mv excel/structure.csv excel/trend.csv excel/forecast.csv excel-trend
read_back '59,34,76,1,1/2/2/2/3/2/15/2,1066' excel/*.csv
read_back '59,34,76,1,1/2,1066' excel-trend/*.csv
for report in $reports; do
	cp "$report.cells" wanted
	table "back/$report.csv" >got
	# Here the level is a column.
	case $report in
	ratio | progress | movement) cut -f 2- got >rest && mv rest got ;;
	esac
	compare "$report --excel"
done
