# workbooks.sh - makes small workbooks for stories; read it with `.` behind lib.sh. Needs `zip`.
# shellcheck shell=sh disable=SC2154

# parts FOLDER: the parts of a workbook of one sheet, called Sheet, in a new folder. Its cells are to be
# written to xl/worksheets/sheet1.xml (sheet does). Styles: 1 dd/mm/yyyy, 2 0.00%, 3 00000, 4 "CB"000, 5 #,##0.
parts() {
	rm -rf "$1"
	mkdir -p "$1/_rels" "$1/xl/_rels" "$1/xl/worksheets"
	relations=http://schemas.openxmlformats.org/officeDocument/2006/relationships
	main=http://schemas.openxmlformats.org/spreadsheetml/2006/main
	cat >"$1/_rels/.rels" <<END
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="$relations/officeDocument" Target="xl/workbook.xml"/></Relationships>
END
	cat >"$1/xl/_rels/workbook.xml.rels" <<END
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="$relations/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="$relations/worksheet" Target="worksheets/sheet2.xml"/>
<Relationship Id="rId3" Type="$relations/chartsheet" Target="chartsheets/sheet1.xml"/>
<Relationship Id="rId4" Type="$relations/styles" Target="styles.xml"/></Relationships>
END
	cat >"$1/xl/workbook.xml" <<END
<workbook xmlns="$main" xmlns:r="$relations"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>
END
	cat >"$1/xl/styles.xml" <<END
<styleSheet xmlns="$main"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>
<numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="&quot;CB&quot;000"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="3"/></cellXfs></styleSheet>
END
}

# rows: standard input as rows of a sheet. A line is a row, its cells stand between |; an empty line is a row that
# is not there. A cell is a text, or with a letter and a colon: n:12 a number, n3:12 one of style 3, e:#N/A an error,
# f: a formula without a value, f:x one with the text x, b:1 a truth.
rows() {
	awk -F '|' '
		function escape(text) {
			gsub(/&/, "\\&amp;", text)
			gsub(/</, "\\&lt;", text)
			return text
		}
		BEGIN { print "<worksheet><sheetData>" }
		NF {
			printf "<row r=\"%d\">", NR
			for (i = 1; i <= NF; i++) {
				at = "r=\"" substr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", i, 1) NR "\""
				value = substr($i, index($i, ":") + 1)
				if ($i ~ /^n[0-9]*:/)
					printf "<c %s s=\"%d\"><v>%s</v></c>", at, substr($i, 2), value
				else if ($i ~ /^e:/)
					printf "<c %s t=\"e\"><v>%s</v></c>", at, value
				else if ($i == "f:")
					printf "<c %s><f>A1</f></c>", at
				else if ($i ~ /^f:/)
					printf "<c %s t=\"str\"><f>A1</f><v>%s</v></c>", at, escape(value)
				else if ($i ~ /^b:/)
					printf "<c %s t=\"b\"><v>%s</v></c>", at, value
				else if ($i != "")
					printf "<c %s t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>", at, escape($i)
			}
			print "</row>"
		}
		END { print "</sheetData></worksheet>" }'
}

# packed FOLDER FILE: the parts as a workbook.
packed() {
	case $2 in /*) packed=$2 ;; *) packed=$PWD/$2 ;; esac
	rm -f "$packed"
	(cd "$1" && zip -q -r -X "$packed" .)
}

# sheet FILE: standard input (rows) as a workbook of one sheet.
sheet() {
	parts "$folder/parts"
	rows >"$folder/parts/xl/worksheets/sheet1.xml"
	packed "$folder/parts" "$1"
}
