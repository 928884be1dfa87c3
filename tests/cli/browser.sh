#!/bin/sh
# The html pages in a browser: as wide as a phone, a tablet and a desktop, light and dark, and on
# A4. tests/browser.html looks for what is cut off, too pale, or not read by a screen reader.
set -eu

. "${ROOT:-.}/tests/lib.sh"
cd "$folder"

browser=
for name in chromium chromium-browser google-chrome; do
	command -v $name >/dev/null && browser=$name && break
done
[ "$browser" ] || {
	echo 'no chromium is installed'
	exit 77
}

# browse OPTIONS… ADDRESS: loads the page; the messages of the browser go to the file log.
browse() {
	timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
		--user-data-dir="$folder/profile" --allow-file-access-from-files --enable-logging=stderr \
		--virtual-time-budget=60000 "$@" 2>log
}
cp "$root/tests/browser.html" .

# findings SCHEME PAGE…: what is wrong with the pages, and how many were checked.
findings() {
	scheme=$1
	shift
	dark=
	[ "$scheme" = light ] || dark=--blink-settings=preferredColorScheme=0
	browse ${dark:+"$dark"} --dump-dom "file://$folder/browser.html?$scheme$(printf '&%s' "$@")" |
		sed -n '/<pre/,/<\/pre>/p' | grep -o 'wrong: .*\|looked at .*' >"$out" || :
}

# The browser works here, and tests/browser.html finds what is wrong.
cat >bad.html <<'END'
<!DOCTYPE html>
<html><body style="background: #fff"><h1>Bad</h1><h3>Worse</h3>
<p style="color: #aaa">pale</p><p style="width: 2000px">wide</p>
<table><tbody><tr><td>1</td></tr></tbody></table>
<svg width="50" height="20"><text x="30" y="10">cut off here</text></svg>
<a href="#none">nowhere</a></body></html>
END
findings light bad.html
[ -s "$out" ] || {
	echo "$browser does not run here: $(tail -n 1 log)"
	exit 77
}
for what in 'the page is 20' 'reaches beyond' 'cut off by the picture' 'not called one' 'without words' \
	'contrast 2.32' 'no language' 'not one heading' 'left out' 'without a caption' \
	'row without its heading' 'link to nowhere' 'looked at 1 pages'; do
	says "$out" "$what"
done

run 0 import "$sample/units.csv" "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"
run 0 --lang vi report all --as-of 2022-04-30 -o all.html
run 0 report movement --as-of 2022-04-30 --compare last-year -o movement.html
run 0 report ratio --as-of 2022-04-30 --depth all -o ratio.html
run 0 report structure --by ethnicity --as-of 1990-01-01 -o nobody.html

for scheme in light dark; do
	findings $scheme all.html movement.html ratio.html nobody.html
	says_line "$out" 'looked at 4 pages'
	says_not "$out" wrong
	! grep -q CONSOLE log || fail "the browser complains: $(grep CONSOLE log)"
done

browse --no-pdf-header-footer --print-to-pdf=all.pdf "file://$folder/all.html" >/dev/null
grep -aq '^/MediaBox \[0 0 594\.[0-9]* 841\.[0-9]*\]' all.pdf || fail 'no upright page of A4'
grep -aq '^/MediaBox \[0 0 841\.[0-9]* 594\.[0-9]*\]' all.pdf || fail 'no page of A4 across'
! grep -a '^/MediaBox' all.pdf | grep -v '594.*841\|841.*594' || fail 'a page that is not A4'
