#!/bin/sh
# An import that is killed, blocked or out of room leaves the roll as it was before or as it is after;
# readers never wait for one, and never see half of one.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"

generate=${GENERATE:-build/generate}
roll=$folder/roll
mkdir "$roll"
size=20000
! sanitized || size=5000
"$generate" "$roll" $size --shuffle >"$out" 2>"$err"
head -n 1 "$roll/members.csv" >"$folder/header.csv"

# A hash of what a report and the lists print.
state() {
	{
		"$memberstat" report summary --as-of 2022-04-30 --format csv &&
			"$memberstat" list members &&
			"$memberstat" log | cut -d, -f3-6
	} 2>"$err" | sha256sum
}

# How many seconds a whole import takes.
seconds() {
	begun=$(date +%s.%N)
	run 0 import "$1"
	date +%s.%N | awk -v begun="$begun" '{ print $1 - begun }'
}

# killed_at_any_moment FILE: imports the file into the base roll and kills the program, at ten
# moments spread over the time that the import takes and a little more.
killed_at_any_moment() {
	cp "$folder/base.db" "$MEMBERSTAT_DB"
	before=$(state)
	time=$(seconds "$1")
	after=$(state)
	[ "$before" != "$after" ] || fail 'the import changes nothing'
	outcomes=
	for moment in 0.3 0.5 0.6 0.65 0.7 0.75 0.8 0.9 1 1.5; do
		cp "$folder/base.db" "$MEMBERSTAT_DB"
		"$memberstat" import "$1" >"$out" 2>"$err" &
		victim=$!
		sleep "$(awk -v t="$time" -v m=$moment 'BEGIN { print t * m }')"
		kill -9 $victim 2>/dev/null || true
		wait $victim 2>/dev/null || true
		# The first one after it is a reader, which must not see half an import.
		now=$(state)
		case $now in
		"$before") outcomes="$outcomes before" ;;
		"$after") outcomes="$outcomes after" ;;
		*) fail "killed at $moment of $1: neither before nor after" ;;
		esac
		[ "$(sqlite3 "$MEMBERSTAT_DB" 'PRAGMA integrity_check')" = ok ] || fail 'damaged'
		# And the import can be repeated.
		[ "$moment" != 0.6 ] || {
			run 0 import "$1"
			[ "$(state | cut -c1-64)" != "${before%% *}" ] || fail 'not imported again'
		}
	done
	case $outcomes in *before*) ;; *) fail 'never killed in time' ;; esac
}

# A first load, and an import that changes a tenth of the members.
run 0 import "$roll/units.csv" "$roll/population.csv" "$roll/plans.csv"
cp "$MEMBERSTAT_DB" "$folder/base.db"

# Locks this roll for longer than a writer waits (used below).
cp "$MEMBERSTAT_DB" "$folder/held.db"
mkfifo "$folder/shell"
sqlite3 "$folder/held.db" <"$folder/shell" >"$folder/held" &
holder=$!
exec 4>"$folder/shell"
echo "BEGIN IMMEDIATE; SELECT 'held';" >&4
until grep -q held "$folder/held"; do
	sleep 0.05
done
"$memberstat" --db "$folder/held.db" import "$roll/population.csv" >"$folder/waiting.out" \
	2>"$folder/waiting.err" 4>&- &
waiting=$!

killed_at_any_moment "$roll/members.csv"
cp "$folder/base.db" "$MEMBERSTAT_DB"
run 0 import "$roll/members.csv"
cp "$MEMBERSTAT_DB" "$folder/base.db"
awk -F , -v OFS=, 'NR > 1 && NR % 10 == 0 { $8 = "Nghề mới" } { print }' "$roll/members.csv" \
	>"$folder/changed.csv"
killed_at_any_moment "$folder/changed.csv"

# A first import that was killed leaves nothing that a report would read as a roll.
for moment in 0.001 0.01 0.03; do
	rm -f "$MEMBERSTAT_DB" "$MEMBERSTAT_DB-journal"
	"$memberstat" import "$roll/units.csv" >"$out" 2>"$err" &
	victim=$!
	sleep $moment
	kill -9 $victim 2>/dev/null || true
	wait $victim 2>/dev/null || true
	run 0 import "$roll/units.csv"
	run 0 list units
	same "$out" "$roll/units.csv"
done

# --- other programs at the same time -----------------------------------------------------------------

# An import that waits for its input in the middle of a file.
cp "$folder/base.db" "$MEMBERSTAT_DB"
before=$(state)
mkfifo "$folder/pipe"
"$memberstat" import members - <"$folder/pipe" >"$folder/slow.out" 2>"$folder/slow.err" &
slow=$!
exec 3>"$folder/pipe"
head -n $((size * 3 / 4)) "$folder/changed.csv" >&3
[ "$(state)" = "$before" ] || fail 'a reader saw half an import'
tail -n +$((size * 3 / 4 + 1)) "$folder/changed.csv" >&3
[ "$(state)" = "$before" ] || fail 'a reader saw an import that is not done'
exec 3>&-
status=0
wait $slow || status=$?
[ $status = 0 ] || fail "the slow import: status $status: $(cat "$folder/slow.err")"
[ "$(state)" != "$before" ] || fail 'the slow import stored nothing'

# By now the writer that had to wait has given up.
status=0
wait $waiting || status=$?
[ $status = 4 ] || fail "a second writer: status $status"
cat "$folder/waiting.out" "$folder/waiting.err" >"$err"
says_line "$err" "memberstat: $folder/held.db: the database is busy with another command; try again later"
[ "$(wc -l <"$err")" = 1 ] || fail 'a second writer says more'
run 0 --db "$folder/held.db" report summary
echo 'ROLLBACK;' >&4
exec 4>&-
wait $holder
run 0 --db "$folder/held.db" import "$roll/population.csv"

# --- a full disk -------------------------------------------------------------------------------------

cp "$folder/base.db" "$MEMBERSTAT_DB"
sum=$(sha256sum <"$MEMBERSTAT_DB")
if [ -w /dev/full ]; then
	status=0
	"$memberstat" import --format json "$folder/header.csv" >/dev/full 2>"$err" || status=$?
	[ $status = 1 ] || fail "a full disk: status $status"
	says "$err" 'cannot write standard output'
	run 1 list members -o /dev/full
	says "$err" 'No space left on device'
	run 1 import --rejects /dev/full "$folder/changed.csv"
	says "$err" 'No space left on device'
	[ "$(sha256sum <"$MEMBERSTAT_DB")" = "$sum" ] || fail 'the database changed'
	[ -c /dev/full ] || fail 'the device was replaced by a file'
	run 0 list units -o /dev/null
	[ -c /dev/null ] || fail 'the device was replaced by a file'
fi
# A limit on the size of files stops an import as a full disk does.
status=0
before=$(state)
(
	trap '' XFSZ
	ulimit -f $(($(wc -c <"$MEMBERSTAT_DB") / 512 + 8))
	sed 's/^/N/' "$roll/members.csv" | sed '1s/^N//' | "$memberstat" import - >"$out" 2>"$err"
) || status=$?
[ $status = 1 ] || fail "no room: status $status"
[ "$(state)" = "$before" ] || fail 'no room: the roll changed'
# A temporary folder that does not exist is named.
status=0
TMPDIR=$folder/nowhere "$memberstat" import "$folder/changed.csv" >"$out" 2>"$err" || status=$?
[ $status = 0 ] || {
	[ $status = 1 ] || fail "no temporary folder: status $status"
	says "$err" 'TMPDIR'
	[ "$(state)" = "$before" ] || fail 'no temporary folder: the roll changed'
}
