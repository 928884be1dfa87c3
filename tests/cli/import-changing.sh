#!/bin/sh
# A file that changes while it is read is not stored; standard input may grow.
set -eu
# shellcheck source=tests/importing.sh
. "${ROOT:-.}/tests/importing.sh"

# changed FILE COMMAND…: imports population from a pipe and members from the file (- is standard
# input). The command changes the file when both are open.
changed() {
	from=$1
	shift
	cp "$folder/base.db" "$MEMBERSTAT_DB"
	given member,unit,admitted_on <<'END'
A,C1,2000-01-01
END
	mkfifo "$folder/pipe"
	status=0
	"$memberstat" import "$from" "$folder/pipe" <"$file" >"$out" 2>"$err" &
	exec 3>"$folder/pipe" # opens when the program does, which is after the other file
	"$@"
	printf 'unit,as_of,population\nX1,2019-04-01,100\n' >&3
	exec 3>&-
	wait $! || status=$?
	rm "$folder/pipe"
}

add() {
	echo 'B,C1,2000-01-01' >>"$file"
}

cut_off() {
	truncate -s -3 "$file"
}

for change in add cut_off 'touch -d 2020-01-01'; do
	# shellcheck disable=SC2086 # the words of a command
	case $change in
	touch*) changed "$file" $change "$file" ;;
	*) changed "$file" $change ;;
	esac
	[ $status = 1 ] || fail "$change: status $status"
	says "$err" "$file: the file changed while it was read; nothing of it is stored, import it again when"
	# The pipe did not change and was stored before.
	[ "$("$memberstat" list population | wc -l)" = 2 ] || fail 'population'
	[ -z "$(stays)" ] || fail "$change: stored"
done

changed "$file" true
[ $status = 0 ] || fail "unchanged: status $status"
[ "$(stays | wc -l)" = 1 ] || fail 'not stored'
changed - add
[ $status = 0 ] || fail "standard input: status $status"
[ "$(stays | wc -l)" = 1 ] || fail 'not stored from standard input'
