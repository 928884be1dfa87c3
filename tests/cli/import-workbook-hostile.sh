#!/bin/sh
# Workbooks that are damaged, locked or made to do harm are refused by name, in little time and memory.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"
# shellcheck source=tests/workbooks.sh
. "${ROOT:-.}/tests/workbooks.sh"
cd "$folder"
book=$root/tests/workbooks/openpyxl.xlsx

run 0 import "$book"
run 0 list members
cp "$out" members

# refused WORDS: bad.xlsx is, in these words, and the roll is as it was.
refused() {
	run 3 import bad.xlsx
	says "$err" "$1"
	[ "$(wc -l <"$err")" -le 4 ] || fail 'much is said'
	run 3 import --format json --on-error=skip bad.xlsx
	says "$out" '"stored":false,"errors":[{"line":1,"column":null,"code":"'
	run 0 list members
	same "$out" members
}

# --- other files under the name ---------------------------------------------------------------------------

printf '\320\317\021\340\241\261\032\341%0600d' 0 >bad.xlsx
refused 'bad.xlsx:1: this is an old workbook (.xls), or one with a password'
{
	printf '\320\317\021\340\241\261\032\341%0600d' 0
	printf 'EncryptedPackage' | sed 's/./&\n/g' | tr '\n' '\0'
} >bad.xlsx
refused 'bad.xlsx:1: the workbook has a password'
mkdir -p ods/META-INF
printf 'application/vnd.oasis.opendocument.spreadsheet' >ods/mimetype
echo '<x/>' | tee ods/content.xml >ods/META-INF/manifest.xml
packed ods bad.xlsx
refused 'this is an OpenDocument file (.ods); save it again as .xlsx'
mkdir text
cp members text/members.csv
packed text bad.xlsx
refused 'this ZIP archive is no Excel workbook; unpack it'
mkdir -p binary/xl
echo x >binary/xl/workbook.bin
parts other
sed 's/workbook.xml/workbook.bin/' other/_rels/.rels >binary/rels
mkdir binary/_rels && mv binary/rels binary/_rels/.rels
packed binary bad.xlsx
refused 'this is a binary workbook (.xlsb)'
echo | sheet plain.xlsx
(cd parts && rm -f ../bad.xlsx && zip -q -r -P secret ../bad.xlsx .)
refused 'it has a password'
echo | sheet bad.xlsx
refused 'no sheet has a row of known column headings'

# --- damaged ones ---------------------------------------------------------------------------------------------

size=$(wc -c <"$book")
for part in 4 30 1000 5000 $((size - 30)) $((size - 1)); do
	head -c "$part" "$book" >bad.xlsx
	refused 'the archive is damaged or was not copied to its end'
done
# A sheet whose end is damaged is found when much of it was read: nothing is stored, good rows neither.
printf 'member|unit|admitted_on\nneu|CB001|2020-01-01\n' | sheet good.xlsx
rm -f bad.xlsx
(cd parts && zip -q -r -0 ../bad.xlsx .)
at=$(grep -abo 'neu<' bad.xlsx | cut -d : -f 1)
printf X | dd of=bad.xlsx bs=1 seek="$at" conv=notrunc 2>/dev/null
refused 'the archive is damaged'
# One that is cut within a row.
parts cut
{
	printf 'member|unit|admitted_on\nneu|CB001|2020-01-01\n' | rows | head -n 3
	echo '<row><c>'
} >cut/xl/worksheets/sheet1.xml
packed cut bad.xlsx
refused 'its XML is damaged'
rm cut/xl/worksheets/sheet1.xml
packed cut bad.xlsx
refused 'the archive is damaged'

# --- bombs ------------------------------------------------------------------------------------------------------

# A sheet with this at its front, in a workbook.
behind() {
	parts bomb
	{
		cat
		printf 'member|unit|admitted_on\nneu|CB001|2020-01-01\n' | rows
	} >bomb/xl/worksheets/sheet1.xml
	packed bomb bad.xlsx
}

{
	echo '<!DOCTYPE lolz [<!ENTITY a "lol">'
	last=a
	for name in b c d e f g h i j; do
		echo "<!ENTITY $name \"&$last;&$last;&$last;&$last;&$last;&$last;&$last;&$last;&$last;&$last;\">"
		last=$name
	done
	echo ']>'
} >doctype
behind <doctype
refused 'document type declaration'
echo '<!DOCTYPE x SYSTEM "file:///etc/passwd">' | behind
refused 'document type declaration'
{
	cat doctype
	echo '<sst><si><t>&j;</t></si></sst>'
} >bomb/xl/sharedStrings.xml
rm bomb/xl/worksheets/sheet1.xml
packed bomb bad.xlsx
refused 'the part "xl/sharedStrings.xml" of the file: it has a document type declaration'

# A gigabyte and a byte of blanks is a megabyte of ZIP.
mkdir big
parts big
head -c 1073741825 /dev/zero | tr '\0' ' ' >big/xl/worksheets/sheet1.xml
packed big bad.xlsx
rm -r big
[ "$(wc -c <bad.xlsx)" -lt 2000000 ] || fail 'no bomb'
refused 'the part "xl/worksheets/sheet1.xml" of the archive is more than 1 GiB unpacked'

# So are seventy of them, which would be read, if they were not a thousand times as small.
parts big
head -c 73400320 /dev/zero | tr '\0' ' ' >big/xl/worksheets/sheet1.xml
packed big bad.xlsx
rm -r big
refused 'the part "xl/worksheets/sheet1.xml" of the archive unpacks to more than 300 times its size'

# Elements without end, one in the other; names by the thousand; a tag that fills memory.
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<a>" }' | behind
refused 'nested too deep'
awk 'BEGIN { printf "<w>"; for (i = 0; i < 100000; i++) printf "<a%d/>", i }' | behind
refused 'too many different names'
awk 'BEGIN { printf "<w a=\""; for (i = 0; i < 100000; i++) printf "%0100d", i }' | behind
refused 'XML tag of more than 4 MB'
