#!/bin/sh
# Only workbooks need libxlsxwriter. Without it everything else works, and a message for .xlsx says
# what to install.
set -eu

. "${ROOT:-.}/tests/lib.sh"
cd "$folder"

library=$(grep -ao 'libxlsxwriter\.so\.[0-9][0-9.]*' "$memberstat" | head -n 1)
[ "$library" ] || {
	echo 'built without .xlsx'
	exit 77
}
package=libxlsxwriter${library#libxlsxwriter.so.}

run 0 import "$sample/units.csv" "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"
run 0 report summary --as-of 2022-04-30 --format csv
cp "$out" whole.csv
run 0 report summary --as-of 2022-04-30 -o whole.xlsx

# A file with its name that is no library stands for a library that is not installed.
mkdir broken
echo 'no library' >"broken/$library"
export LD_LIBRARY_PATH="$folder/broken"

run 0 report summary --as-of 2022-04-30 --format csv
same "$out" whole.csv
run 0 --version

echo 'what was there before' >book.xlsx
run 1 --lang en report summary --as-of 2022-04-30 -o book.xlsx
says "$err" 'cannot write xlsx: '
says "$err" "install the package $package,"
[ "$(cat book.xlsx)" = 'what was there before' ] || fail 'the older file was touched'
run 1 --lang vi report all --as-of 2022-04-30 -o book.xlsx
says "$err" 'không ghi được xlsx: '
says "$err" "hãy cài gói $package,"
run 1 export --month 2022-04 --dir april --format csv,xlsx
[ ! -e april ] || [ -z "$(find april -name '*.xlsx')" ] || fail 'a workbook was left'
[ -z "$(find . -name '*.tmp*')" ] || fail "a temporary file was left: $(ls -A)"
