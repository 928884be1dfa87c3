#!/bin/sh
# Every figure is the same in csv, tsv, json, markdown, html, xlsx and table; and what each format
# promises (data/README.md sections 2 and 5).
set -eu

. "${ROOT:-.}/tests/lib.sh"
cd "$folder"

run 0 import "$sample"/[mpu]*.csv

# ask FORMAT REPORT…: one report of April 2022 in this format, in English.
ask() {
	format=$1
	shift
	run 0 --lang en report "$@" --as-of 2022-04-30 --format "$format"
	silent "$err"
}

# rows_of_json HEADER: the rows of a json report on standard input, TAB between cells, numbers as they
# stand there.
rows_of_json() {
	cat >rows.json
	{
		printf '.mode list\n.separator "\\t" "\\n"\nSELECT '
		between=
		for key in $(echo "$1" | tr , ' '); do
			printf "%scoalesce(CASE json_type(value, '$.\"%s\"') WHEN 'text' THEN value ->> '$.\"%s\"'
				ELSE nullif(value -> '$.\"%s\"', 'null') END, '')" "$between" "$key" "$key" "$key"
			between=,
		done
		# shellcheck disable=SC2016 # $ is of json
		echo "FROM json_each(readfile('rows.json'), '$.rows');"
	} | sqlite3 -batch -bail :memory:
}

# rows_of_csv: the rows of a csv on standard input, TAB between cells.
rows_of_csv() {
	cat >rows.csv
	printf '%s\n' '.import --csv rows.csv rows' '.mode list' '.separator "\t" "\n"' 'SELECT * FROM rows;' |
		sqlite3 -batch -bail :memory:
}

# shown: makes rows for machines into rows for people: without the level, and a single record
# without its date.
shown() {
	case $1 in
	level,*) cut -f 2- ;;
	as_of,*) cut -f 2- | tr '\t' '\n' ;;
	*) cat ;;
	esac
}

cells_of_markdown() {
	grep '^|' "$1" | sed '1,2d; s/^| //; s/ |$//; s/ | /\t/g; s/^Item\t//' |
		if grep -q '^| Item | Value |$' "$1"; then cut -f 2-; else cat; fi
}

# cells_of_html FILE COLUMNS: the rows of the table that has so many columns.
cells_of_html() {
	if [ "$2" = 1 ]; then
		grep -o '<dd>.*</dd>' "$1"
	else
		awk -v columns="$2" '
			/<thead>/ { wanted = gsub(/<th/, "&") - 1 == columns }
			wanted && /<td/ { print }' "$1"
	fi | sed 's/<span class="none"[^>]*>–<\/span>//g; s/<\/t[dh]><t[dh]/\t&/g; s/<[^>]*>//g'
}

# cells_of_xlsx FILE: every row, TAB between cells; a text in quotes.
cells_of_xlsx() {
	{
		unzip -p "$1" xl/sharedStrings.xml | sed 's/<si>/\n&/g' | sed -n 's/^<si>.*<t[^>]*>\(.*\)<\/t>.*/text \1/p'
		echo
		unzip -p "$1" xl/worksheets/sheet1.xml | sed 's/<row /\n&/g; s/<c /\n&/g; s/<\/sheetData>/\n&/'
	} | awk '
		/^text / { text[texts++] = substr($0, 6); next }
		/^<row / { if (row) print line; row = 1; line = ""; last = 0 }
		/^<\/sheetData>/ { print line; exit }
		/^<c / {
			column = index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", substr($0, 7, 1))
			for (; last < column - 1; last++)
				line = line "\t"
			if (!match($0, /<v>[^<]*/))
				next
			value = substr($0, RSTART + 3, RLENGTH - 3)
			line = line ($0 ~ / t="s"/ ? "\"" text[value] "\"" : value)
		}'
}

# same_figures WANTED GOT WHAT: compares cell by cell: figures as exactly as their decimals allow,
# dates and codes exactly; words of a code list need only be there.
same_figures() {
	awk -F '\t' -v what="$3" '
		function number(text) {
			gsub(/,/, "", text)
			sub(/ %$/, "", text)
			sub(/^\+/, "", text)
			sub(/^−/, "-", text)
			return text
		}
		# Day number of a spreadsheet.
		function serial(date, year, month, day) {
			year = substr(date, 1, 4) + 0
			month = substr(date, 6, 2) + 0
			day = substr(date, 9, 2) + 0
			if (month <= 2) {
				month += 12
				year--
			}
			year = 365 * year + int(year / 4) - int(year / 100) + int(year / 400)
			return year + int((153 * (month - 3) + 2) / 5) + day - 693900
		}
		function near(a, b, within) {
			return a - b <= within && b - a <= within
		}
		function agrees(wanted, got, quoted, decimals) {
			quoted = sub(/^"/, "", got)
			sub(/"$/, "", got)
			sub(/^(– )+/, "", got)
			if (got == "–")
				got = ""
			if (wanted == got)
				return 1
			if (wanted == "" || got == "")
				return 0
			if (wanted ~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/)
				return got == serial(wanted)
			if (wanted !~ /^-?[0-9]+(\.[0-9]+)?$/)
				return wanted ~ /^[a-z_]+$/ || wanted ~ /^[0-9]+-[0-9]+$/ || wanted ~ /^(over|under) /
			got = number(got)
			if (quoted || got !~ /^-?[0-9]/)
				return 0
			decimals = index(got, ".") ? length(got) - index(got, ".") : 0
			if (wanted !~ /\./)
				return got == wanted
			return near(wanted, got, 0.5001 / 10 ^ decimals + 0.0051) || near(wanted, got * 100, 0.0051)
		}
		NR == FNR { line[NR] = $0; lines = NR; next }
		{
			n = split(line[FNR], wanted, "\t")
			for (i = 1; i <= n || i <= NF; i++) {
				cells++
				if (!agrees(wanted[i], $i)) {
					print what ": line " FNR ": " $i ", wanted " wanted[i]
					failed = 1
				}
			}
		}
		END {
			if (FNR != lines || cells < 3) {
				print what ": " FNR " lines, wanted " lines
				failed = 1
			}
			exit failed
		}' "$1" "$2" >&2 || fail "$3"
}

# --- one number in every format --------------------------------------------------------------------

while read -r report; do
	# shellcheck disable=SC2086 # the report and its options are words
	set -- $report
	ask csv "$@"
	header=$(sed 1q "$out")
	columns=$(echo "$header" | tr , '\n' | grep -c .)
	rows_of_csv <"$out" >csv
	[ -s csv ] || fail "$report: no rows"

	ask tsv "$@"
	[ "$(sed 1q "$out" | tr '\t' ,)" = "$header" ] || fail "$report: header of tsv"
	sed 1d "$out" >tsv
	same csv tsv

	ask json "$@"
	[ "$(sqlite3 :memory: "SELECT json_valid(readfile('$out'))")" = 1 ] || fail "$report: not json"
	rows_of_json "$header" <"$out" >json
	same csv json
	[ "$(sqlite3 :memory: "SELECT json_extract(readfile('$out'), '\$.schema_version') || ' ' ||
		json_extract(readfile('$out'), '\$.report') || ' ' || json_extract(readfile('$out'), '\$.as_of') || ' ' ||
		(SELECT count(*) FROM json_tree(readfile('$out'), '\$.rows') WHERE type = 'text' AND value = '')")" \
		= "1 $1 2022-04-30 0" ] || fail "$report: head of json"

	shown "$header" <csv >people
	case $header in level,* | as_of,*) columns=$((columns - 1)) ;; esac

	ask markdown "$@"
	cp "$out" markdown
	cells_of_markdown markdown >cells
	same_figures people cells "$report as markdown"

	ask table "$@"
	for format in markdown "$out"; do
		sed 's/–//g' "$format" | grep -oE '[0-9][0-9.,]*' | sed 's/[.,]$//' >"$folder/numbers.$(basename "$format")"
	done
	same numbers.markdown numbers.out

	ask html "$@"
	case $header in
	as_of,*)
		cells_of_html "$out" 1 | sed 's/,//' | sort >cells
		[ "$(grep -c . cells)" = "$(grep -c . people)" ] || fail "$report: figures of html"
		;;
	*)
		cells_of_html "$out" "$columns" >cells
		same_figures people cells "$report as html"
		;;
	esac

	if "$memberstat" help report | grep -q xlsx; then
		run 0 --lang en report "$@" --as-of 2022-04-30 -o report.xlsx
		cells_of_xlsx report.xlsx |
			case $header in as_of,*) sed 1,2d | cut -f 2- ;; *) sed 1d ;; esac |
			head -n "$(grep -c '' <people)" >cells
		same_figures people cells "$report as xlsx"
	fi
done <<END
summary
ratio --depth all
progress --all
movement --depth all --from 2021-01-01
structure --by age
structure --by ethnicity
trend --from 2021-01-01
trend --from 2019-03-15 --every quarter
probation
idle
forecast
END

# --- language and locale ---------------------------------------------------------------------------

ask csv ratio
cp "$out" machine
for words in '--lang vi' '--lang en'; do
	# shellcheck disable=SC2086 # an option and its value
	run 0 $words report ratio --as-of 2022-04-30 --format csv
	same machine "$out"
done
for setting in LC_ALL=C LC_ALL=vi_VN.UTF-8 LC_ALL=POSIX LC_ALL=de_DE.UTF-8; do
	env $setting LC_NUMERIC=vi_VN.UTF-8 "$memberstat" report ratio --as-of 2022-04-30 >"$out"
	same machine "$out"
done
if localedef -i vi_VN -f UTF-8 "$folder/vi_VN.UTF-8" 2>/dev/null; then
	env LOCPATH="$folder" LC_ALL=vi_VN.UTF-8 "$memberstat" report ratio --as-of 2022-04-30 >"$out"
	same machine "$out"
fi
for format in table markdown html; do
	run 0 --lang vi report ratio --as-of 2022-04-30 --format $format
	says "$out" '4.541'
	says "$out" '3,45 %'
	says "$out" '−0,40'
	says "$out" '30/04/2022'
	says "$out" 'Đảng viên'
	says_not "$out" '4,541'
	run 0 --lang en report ratio --as-of 2022-04-30 --format $format
	says "$out" '4,541'
	says "$out" '3.45 %'
	says "$out" '2022-04-30'
	says_not "$out" '4.541'
done
LC_ALL=vi_VN.UTF-8 "$memberstat" report ratio --as-of 2022-04-30 --format markdown >"$out"
says "$out" '4.541'

# --- for Excel -------------------------------------------------------------------------------------

printf '\357\273\277Cấp;Mã đơn vị;Đơn vị;Loại hình;Đảng viên;Dân số;Ngày dân số;Tỷ lệ;Chỉ tiêu;%s\r\n%s\r\n' \
	'Chênh lệch (điểm %);Còn thiếu' \
	'0;872;Đảng bộ huyện Tháp Mười;Đảng bộ huyện;4541;131791;2019-04-01;3,45;3,85;-0,40;533' >wanted
run 0 --lang vi report ratio --as-of 2022-04-30 --depth 0 --excel
same wanted "$out"
run 0 --lang vi report ratio --as-of 2022-04-30 --depth 0 --excel --format csv -o excel.csv
same wanted excel.csv
printf '\357\273\277Level;Unit;Name;Kind;Members;Population;Population as of;Ratio;Target;%s\r\n%s\r\n' \
	'Gap (points);Members needed' \
	'0;872;Đảng bộ huyện Tháp Mười;District;4541;131791;2019-04-01;3,45;3,85;-0,40;533' >wanted
run 0 --lang en report ratio --as-of 2022-04-30 --depth 0 --excel
same wanted "$out"
run 2 report ratio --excel --format json

# --- where it goes ---------------------------------------------------------------------------------

for ending in csv tsv json md html; do
	run 0 report ratio --as-of 2022-04-30 -o "ratio.$ending"
	silent "$out"
	case $ending in md) format=markdown ;; *) format=$ending ;; esac
	run 0 report ratio --as-of 2022-04-30 --format $format
	same "$out" "ratio.$ending"
done
run 0 report ratio --as-of 2022-04-30 -o RATIO.JSON
same RATIO.JSON ratio.json
run 0 report ratio --as-of 2022-04-30 -o ratio.json --format csv
same ratio.json machine
[ "$(stat -c %a ratio.csv)" = 600 ] || fail 'mode of a file of figures'

# A report that fails leaves the old file and nothing beside it.
mkdir empty
echo old >empty/ratio.csv
run 2 report ratio --unit nobody -o empty/ratio.csv
cp "$MEMBERSTAT_DB" planless.db
sqlite3 planless.db 'DELETE FROM plan'
run 1 --db planless.db report progress -o empty/ratio.csv
run 1 report ratio -o nowhere/ratio.csv
[ "$(cat empty/*)" = old ] || fail 'the old file is gone, or another beside it'

if [ -w /dev/full ]; then
	for format in csv tsv json markdown table html; do
		status=0
		"$memberstat" report movement --depth all --format $format >/dev/full 2>"$err" || status=$?
		[ $status = 1 ] || fail "$format on a full disk: status $status"
		run 1 report movement --depth all --format $format -o /dev/full
	done
	[ -c /dev/full ] || fail '/dev/full was replaced'
fi
"$memberstat" report movement --depth all --as-of 2022-04-30 2>"$err" | sed 1q >"$out"
silent "$err"

# --- text that a spreadsheet, a terminal or a page could take for something else --------------------

cat >units.csv <<'END'
unit,name,kind,parent
@D,"Huyện, ""Một"" | <b>",district,
-1,=1+1,cell,@D
END
cat >members.csv <<'END'
member,unit,full_name,occupation,admitted_on
+1,-1,"=HYPERLINK(""x"")",=SUM(A1),2022-01-01
'=2,-1,'@SUM,'+x,2022-01-02
003,-1,-5,@x,2022-01-03
''-4,-1,a=b,,2022-01-04
END
export MEMBERSTAT_DB="$folder/guard.db"
run 0 import units.csv members.csv

# The import takes a guard off, and the output puts it on again.
cat >wanted <<'END'
member,unit,full_name,occupation
''-4,'-1,a=b,
'+1,'-1,"'=HYPERLINK(""x"")",'=SUM(A1)
003,'-1,'-5,'@x
'=2,'-1,'@SUM,'+x
END
run 0 list members
cut -d , -f 1,2,3,8 <"$out" >listed
same wanted listed
run 0 list members --format tsv
cut -f 1,2,8 <"$out" | tr '\t' , >listed
sed 's/"[^"]*""x"")"/x/' wanted | cut -d , -f 1,2,4 >columns
same columns listed
run 0 list members --no-guard
says_line "$out" '+1,-1,"=HYPERLINK(""x"")",,,,,=SUM(A1),,,,2022-01-01,,2022-01-01,admitted,,'
run 0 list members -o list.csv
run 0 import --format json members list.csv
says "$out" '"read":4,"added":0,"updated":0,"unchanged":4,"rejected":0'
run 0 list members --format json
says "$out" '"member":"+1","unit":"-1","full_name":"=HYPERLINK(\"x\")"'
says "$out" "\"member\":\"'-4\""

# The groups of structure are words of a list or text from the roll; the text is guarded too.
# Figures never are.
printf 'group,members,percent\n%s\n' "'+x,1,25.00
'=SUM(A1),1,25.00
'@x,1,25.00
unknown,1,25.00" >wanted
run 0 report structure --by occupation --as-of 2022-04-30 --format csv
same wanted "$out"
run 0 report structure --by occupation --as-of 2022-04-30 --format tsv
tr '\t' , <"$out" >tsv
same wanted tsv
sed "s/^'//" wanted >unguarded
run 0 report structure --by occupation --as-of 2022-04-30 --no-guard
same unguarded "$out"
run 0 --lang en report structure --by occupation --as-of 2022-04-30 --excel
says "$out" "'=SUM(A1);1;25,00"
printf 'unit,as_of,population\n@D,2022-01-01,1000\n' >population.csv
run 0 import population.csv
run 0 report ratio --as-of 2022-04-30
says "$out" '0,'\''@D,"Huyện, ""Một"" | <b>",district,4,1000,2022-01-01,0.40,3.85,-3.45,35'
says "$out" "1,'-1,'=1+1,cell,4,,,,3.85,,"
run 0 report probation --as-of 2022-04-30 --format tsv
says "$out" "'+1	"

run 0 report ratio --as-of 2022-04-30 --format markdown
says "$out" '| Huyện, "Một" \| \<b> |'
[ "$(grep -c '^|' "$out")" = 4 ] || fail 'rows of markdown'
run 0 report ratio --as-of 2022-04-30 --format html
says "$out" '&lt;b&gt;'
says_not "$out" '<b>'
run 0 report ratio --as-of 2022-04-30 --format json
[ "$(sqlite3 :memory: "SELECT json_extract(readfile('$out'), '\$.rows[0].name')")" = 'Huyện, "Một" | <b>' ] ||
	fail 'a name in json'
if "$memberstat" help report | grep -q xlsx; then
	run 0 report structure --by occupation --as-of 2022-04-30 -o text.xlsx
	! unzip -p text.xlsx xl/worksheets/sheet1.xml | grep -q '<f>' || fail 'a formula'
	unzip -p text.xlsx xl/sharedStrings.xml >strings.xml
	says strings.xml '=SUM(A1)'
fi

# --- a terminal ------------------------------------------------------------------------------------

# on_terminal SETTING… -- ARGUMENTS…: runs the program on a terminal.
on_terminal() {
	settings=
	while [ "$1" != -- ]; do
		settings="$settings $1"
		shift
	done
	shift
	script -qec "env $settings $memberstat $*" /dev/null </dev/null 2>&1 | tr -d '\r' >"$out"
}

script -qec true /dev/null </dev/null >/dev/null 2>&1 || exit 0
escape=$(printf '\033')
export MEMBERSTAT_DB="$folder/roll.db"
on_terminal TERM=xterm COLUMNS=80 -- --lang en report progress --as-of 2022-04-30
says "$out" "${escape}["
says "$out" '├─'
on_terminal TERM=xterm COLUMNS=80 -- --lang en report progress --as-of 2022-04-30 --format csv
says_not "$out" "$escape"
says "$out" 'level,unit,name,kind,target'
for setting in 'TERM=xterm NO_COLOR=1' TERM=dumb 'TERM='; do
	for lang in vi en; do
		# shellcheck disable=SC2086 # settings are words
		on_terminal $setting COLUMNS=80 -- --lang $lang report progress --as-of 2022-04-30
		says_not "$out" "$escape"
		says "$out" '├─'
		[ "$(wc -L <"$out")" -le 80 ] || fail "progress is wider than 80 columns ($lang)"
	done
done
on_terminal TERM=xterm NO_COLOR= -- report progress --as-of 2022-04-30
says "$out" "${escape}["
run 0 report progress --as-of 2022-04-30 --format table
says_not "$out" "$escape"
if "$memberstat" help report | grep -q xlsx; then
	on_terminal TERM=xterm -- --lang en report progress --as-of 2022-04-30 --format xlsx
	says "$out" 'the xlsx format is not for a terminal'
fi

# Control and bidirectional characters are shown and have no effect.
export MEMBERSTAT_DB="$folder/control.db"
printf 'unit,name,kind\nD,Huy\342\200\256ện\033[31m,district\n' >units.csv
run 0 import units.csv
for format in table csv tsv markdown; do
	on_terminal TERM=xterm NO_COLOR=1 -- report ratio --as-of 2022-04-30 --format $format
	says_not "$out" "$escape"
	says_not "$out" "$(printf '\342\200\256')"
	says "$out" 'Huy'
done
