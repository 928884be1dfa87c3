#!/bin/sh
# Files that are no lists, or made to do harm: a clear message, little memory, nothing stored.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"

file=$folder/in.csv
members=member,unit,full_name,admitted_on
memory=65536 # KiB
rows=1000000
measured=yes
if sanitized; then
	rows=20000
	measured=no
fi

# Runs the program and measures its peak memory; limits the memory where it cannot be measured.
bounded() {
	if [ $measured = no ]; then
		"$@"
	elif [ -x /usr/bin/time ]; then
		/usr/bin/time -o "$folder/peak" -f %M "$@"
	else
		(
			# shellcheck disable=SC3045 # every sh that Debian has knows it
			ulimit -v $((4 * memory))
			exec "$@"
		)
	fi
}

# refused STATUS OPTIONS…: the file is refused, with bounded memory and time, and nothing is left
# behind.
refused() {
	wanted=$1
	shift
	status=0
	bounded "$memberstat" import "$@" "$file" >"$out" 2>"$err" || status=$?
	[ $status = "$wanted" ] || fail "$*: status $status, wanted $wanted"
	silent "$out"
	[ -s "$err" ] || fail 'no message'
	[ "$(sha256sum <"$MEMBERSTAT_DB")" = "$sum" ] || fail 'the database changed'
	[ ! -f "$folder/peak" ] || [ "$(tail -n 1 "$folder/peak")" -lt $memory ] ||
		fail "$(tail -n 1 "$folder/peak") KiB of memory"
	[ "$(wc -c <"$err")" -lt 20000 ] || fail 'too many words'
	# No control characters, and no lines of the file that look like messages.
	! LC_ALL=C tr -d '\n\t' <"$err" | LC_ALL=C grep -q '[[:cntrl:]]' || fail 'control characters'
	! grep -v "^$file:\|^$file: \|^memberstat: " "$err" >&2 || fail 'a line of its own'
}

cat >"$folder/units.csv" <<'END'
unit,name,kind,parent
H,Đảng bộ huyện,district,
C1,Chi bộ 1,cell,H
END
run 0 import "$folder/units.csv"
sum=$(sha256sum <"$MEMBERSTAT_DB")

# --- no text at all ---------------------------------------------------------------------------------

: >"$file"
refused 3
says "$err" 'the file is empty'
printf '\357\273\277' >"$file"
refused 3
printf '\377\376' >"$file"
refused 3
printf '\n\n\r\n\n' >"$file"
refused 3
printf '"' >"$file"
refused 3
head -c 300000 "$memberstat" >"$file"
refused 3
head -c 300000 /dev/urandom >"$file"
refused 3
gzip -c "$sample/members.csv" >"$file"
refused 3
says "$err" 'this is a file of type gzip, not text'
head -c 3000000 /dev/zero >"$file"
refused 3
{
	echo "$members"
	head -c 1000000 /dev/zero
} >"$file"
refused 3
says_line "$err" "$file:2: line 2 has a NUL character"
# Files that were cut: UTF-16 in the middle of a character; an archive named like a table.
printf '%s\nA,C1,An,2000-01-01\n' "$members" | iconv -t UTF-16 | head -c 101 >"$file"
refused 3
printf 'PK\003\004%s\n' "$members" >"$file"
refused 3
mkfifo "$folder/pipe"
gzip -c "$sample/members.csv" >"$folder/pipe" &
run 3 import "$folder/pipe"
wait

# --- too long, too wide ------------------------------------------------------------------------------

{
	echo "$members"
	awk 'BEGIN { for (i = 0; i < 10240; i++) printf "%01024d", i; print "" }'
	echo 'B,C9,Bình,2000-01-01'
} >"$file"
refused 3
says_line "$err" "$file:2: line 2 is longer than 8 MB"
says "$err" "$file:3: unit: no unit has this code or name"
tail -n +2 "$file" | head -n 1 >"$folder/line"
cp "$folder/line" "$file"
refused 3
tr 0 , <"$folder/line" >"$file"
refused 3
{
	echo "$members"
	awk 'BEGIN { printf "A,C1,An,2000-01-01"; for (i = 0; i < 100000; i++) printf ","; print "x" }'
} >"$file"
refused 3
says_line "$err" "$file:2: something stands beyond column 16384, the last one that a sheet can have"
{
	awk 'BEGIN { printf "member,unit,full_name,admitted_on"; for (i = 4; i < 16384; i++) printf ","; print ",x" }'
	echo A,C1,An,2000-01-01
} >"$file"
refused 3
says_line "$err" "$file:1: the header goes beyond column 16384, the last one that a sheet can have; delete what is not needed"
awk 'BEGIN {
	for (i = 4; i < 16384; i++) { more = more ","; x = x "x," }
	print more ",member,unit,full_name,admitted_on"
	print x "x,A,C1,An,2000-01-01"
}' >"$file"
refused 3
says "$err" "$file:1: the header goes beyond column 16384"
awk 'BEGIN {
	for (i = 4; i < 16384; i++) { h = h "c" i ","; x = x "x," }
	print h "member,unit,full_name,admitted_on"
	print x "A,C1,An,2000-01-01,, ,"
}' >"$file"
run 0 import --dry-run "$file"
awk -v header="$members" 'BEGIN {
	printf "%s", header; for (i = 0; i < 100000; i++) printf ",column %d", i; print ""
	print "A,C1,An,2000-01-01"
}' >"$file"
refused 3
says "$err" "$file:1: the header goes beyond column 16384"
{
	echo "$members"
	# Many rows with a cell that is just below the limit.
	awk 'BEGIN {
		for (i = 0; i < 1000; i++) long = long sprintf("%01000d", 0)
		for (i = 0; i < 20; i++) print i ",C9," long ",2000-01-01"
	}'
} >"$file"
refused 3
says "$err" "$file:4: full_name: a text of more than 1,000 characters"
says "$err" "$file: full_name: 20 rows in all: too long"
awk -v header="$members" 'BEGIN { print header; for (i = 0; i < 3000; i++) code = code "0123456789"
	print code ",C1,An,2000-01-01"; print "A," code ",An,2000-01-01"; print "A,C1,An," code }' >"$file"
refused 3
says "$err" "$file:2: member: a code of more than 128 characters"
says "$err" "$file:3: unit: a text of more than 1,000 characters"
says "$err" "$file:4: admitted_on: not a date"

# --- quotes ------------------------------------------------------------------------------------------

{
	echo "$members"
	echo 'A,C1,An,2000-01-01'
	echo 'B,C1,"Bình,2000-01-01'
	awk -v n=$((rows / 10)) 'BEGIN { for (i = 3; i < n; i++) print "M" i ",C1,An,2000-01-01" }'
} >"$file"
refused 3
says_line "$err" "$file:3: the quote opened on line 3 is not closed, and line 4 looks like another record"
says_line "$err" "$file: members: read $((rows / 10 - 1)) = added $((rows / 10 - 2)) + updated 0 + unchanged 0 + \
rejected 1 + skipped 0; nothing stored"
# An open quote does not swallow lines without delimiters for ever.
{
	echo "$members"
	echo 'B,C1,"Bình'
	awk -v n=$((rows / 10)) 'BEGIN { for (i = 3; i <= n; i++) print "M" i }'
} >"$file"
refused 3
says_line "$err" "$file:2: the quote opened on line 2 is still open on line 1001"
says "$err" "$file:3: only 1 cells, where the header has 4"
{
	echo "$members"
	awk -v n=$((rows / 20)) 'BEGIN { for (i = 0; i < n; i++) print "\"M" i ",C1,An" }'
} >"$file"
refused 3
says_line "$err" "$file:2: the quote opened on line 2 closes on line 3 with text after it (got \"M1,C1,An\")"
{
	echo "$members"
	awk -v n=$((rows / 20)) 'BEGIN { for (i = 0; i <= n; i++) print "\"" }'
} >"$file"
refused 3
says_line "$err" "$file:$((rows / 20 + 2)): the quote opened on line $((rows / 20 + 2)) is never closed"

# --- a million rows of nothing -----------------------------------------------------------------------

{
	echo "$members"
	awk -v n=$rows 'BEGIN { for (i = 0; i < n; i++) print i ",C9,An,2000-02-30" }'
} >"$file"
refused 3
says_line "$err" "$file: … and $((2 * rows - 6)) more (--rejects FILE writes every rejected row)"
says "$err" "read $rows = added 0 + updated 0 + unchanged 0 + rejected $rows + skipped 0; nothing stored"
few=$((rows / 10))
head -n $((few + 1)) "$file" >"$folder/fewer"
mv "$folder/fewer" "$file"
refused 3 --on-error=skip --max-errors 10
refused 3 --rejects "$folder/rejects.csv"
[ "$(wc -l <"$folder/rejects.csv")" = $((few + 1)) ] || fail 'rejects'
rm "$folder/rejects.csv"
{
	echo "$members"
	yes ',,,' | head -n $few
} >"$file"
cp "$MEMBERSTAT_DB" "$folder/kept.db"
run 0 import "$file"
says "$err" "read $few = added 0 + updated 0 + unchanged 0 + rejected 0 + skipped $few"
run 0 list members
[ "$(wc -l <"$out")" = 1 ] || fail 'members of nothing'
mv "$folder/kept.db" "$MEMBERSTAT_DB"
# A member with more stays than anybody can have; the same row many times.
{
	echo "$members",joined_on
	awk -v n=$((rows / 50)) 'BEGIN { for (i = 0; i < n; i++) printf "A,C1,An,1900-01-01,%d-%02d-%02d\n", 1900 + i / 336, i / 28 % 12 + 1, i % 28 + 1 }'
} >"$file"
refused 3
{
	echo "$members"
	yes 'A,C9,An,2000-01-01' | head -n $((rows / 10))
} >"$file"
refused 3

# --- what would control a terminal -------------------------------------------------------------------

printf 'member,unit,full_name,admitted_on,\033]0;x\007title\nA\033[2J,"C\0339\r\nforged:1: all is well",An,2000\010-01-01,\n' >"$file"
refused 3
says "$err" "$file:1: warning: unknown columns are ignored: \\x1b]0;x\\x07title"
says "$err" "$file:2: unit: the code has control characters, which cannot be seen; type it again (got \"C\x1b9 forged:1: all is well\")"
says "$err" '(got "2000\x08-01-01")'
printf 'member,unit,full_name,admitted_on,"full\nname\302\233\342\200\256"\nA,C1,An,2000-01-01,\n' >"$file"
run 0 import --dry-run "$file"
says "$err" 'unknown columns are ignored: full name\u009b\u202e'
printf 'member,unit,"full\nname",admitted_on,"full_\rname"\nA,C1,An,2000-01-01,\n' >"$file"
refused 3
says "$err" 'two columns mean the same: "full name" and "full_ name"'
# Codes from a roll that an older program made.
printf 'unit,name,kind,parent\nc1,Ba,cell,H\nc2,Ba,cell,H\n' >"$folder/more.csv"
run 0 import --allow-twins "$folder/more.csv"
sqlite3 "$MEMBERSTAT_DB" "UPDATE unit SET code = char(27) || code WHERE code IN ('c1', 'c2')"
sum=$(sha256sum <"$MEMBERSTAT_DB")
printf 'member,unit,admitted_on\nA,Ba,2000-01-01\n' >"$file"
refused 3
says "$err" 'several units have this name (\x1bc1, \x1bc2); use the code'
printf 'unit,name,kind,parent\nC1,"C\033[31m",cell,H\n' >"$folder/more.csv"
run 0 import --verbose "$folder/more.csv"
says "$err" '"C\x1b[31m"'
# What is stored nevertheless has no effect where people see it.
run 0 list units --format table
! LC_ALL=C tr -d '\n' <"$out" | LC_ALL=C grep -q '[[:cntrl:]]' || fail 'control characters in a table'
file=$(printf '%s/a\033[2J\nb.csv' "$folder")
: >"$file"
run 3 import "$file"
! LC_ALL=C tr -d '\n' <"$err" | LC_ALL=C grep -q '[[:cntrl:]]' || fail 'control characters of a file name'
