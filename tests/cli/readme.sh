#!/bin/sh
# What README.md shows is what the program does: every ```console block is run, one after another in one
# folder and one database, and its output compared. A block whose fence names a number of columns
# (```console 80) is run in a terminal of that width. A line of … alone stands for any number of lines.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"

readme=$root/README.md
mkdir "$folder/bin" "$folder/blocks" "$folder/office"
ln -s "$memberstat" "$folder/bin/memberstat"
ln -s "$root/data" "$folder/office/data"
PATH=$folder/bin:$PATH
export PATH HOME="$folder" NO_COLOR=1 TERM=xterm MEMBERSTAT_DB=thu.db
unset COLUMNS LANG XDG_DATA_HOME

# N.shown is the block as it is in README.md. N.sh prints and runs each of its commands; $? is the
# status of the command before. N.columns is the width of the terminal.
awk -v folder="$folder/blocks" '
	/^```console/ {
		name = folder "/" sprintf("%02d", ++blocks)
		print $2 >(name ".columns")
		inside = 1
		next
	}
	/^```/ { if (inside) run(); inside = 0; next }
	!inside { next }
	{ print >(name ".shown") }
	/^\$ / { run(); command = substr($0, 3); said = $0; next }
	/^> / && command != "" { command = command "\n" substr($0, 3); said = said "\n" $0; next }
	{ run() }
	function run() {
		if (command == "")
			return
		script = name ".sh"
		printf "status=$?\ncat <<\"_said_\"\n%s\n_said_\n(exit $status)\n%s\n", said, command >script
		command = ""
	}' "$readme"
[ -e "$folder/blocks/03.sh" ] || fail "hardly a block in README.md"

# Is there a script(1) that can run a command on a terminal?
terminal() {
	script -qec "$1" /dev/null </dev/null
}
has_terminal=yes
[ "$(terminal 'stty cols 80; tty >/dev/null && stty size' 2>/dev/null | tr -d '\r' | cut -d ' ' -f 2)" = 80 ] ||
	has_terminal=

# compare SHOWN TRUE: prints the first line that differs.
compare() {
	awk '
		NR == FNR { true[++lines] = $0; next }
		FNR == 1 { at = 1 }
		$0 == "…" { gap = 1; next }
		{
			while (gap && at <= lines && true[at] != $0)
				at++
			gap = 0
			if (at > lines || true[at] != $0) {
				print "README.md shows: " $0
				print "the program says: " (at > lines ? "(nothing more)" : true[at])
				bad = 1
				exit
			}
			at++
		}
		END {
			if (!bad && !gap && at <= lines) {
				print "README.md leaves out: " true[at]
				bad = 1
			}
			exit bad
		}' "$2" "$1"
}

cd "$folder/office"
left_out=0
for block in "$folder"/blocks/*.sh; do
	columns=$(cat "${block%.sh}.columns")
	if [ -z "$columns" ]; then
		sh "$block" >"$out" 2>&1 </dev/null || true
	elif [ "$has_terminal" ]; then
		# Leaves out lines of progress, which a terminal shows and erases again.
		terminal "stty cols $columns; sh $block" 2>"$err" |
			sed 's/\r$//; s/\r[^\r]*\x1b\[K//g; s/\^D\x08\x08//' >"$out"
	else
		left_out=$((left_out + 1))
		continue
	fi
	compare "${block%.sh}.shown" "$out" >"$folder/difference" ||
		fail "block $(basename "$block" .sh): $(cat "$folder/difference")"
done

# The crontab line is the same as in the help, which names the folder that was built for.
line=$(grep '^[0-9 ]* \* \* /usr/local/bin/memberstat ' "$readme")
run 0 help export
says "$out" "/memberstat ${line#*/memberstat }"

if [ $left_out != 0 ]; then
	echo "$left_out blocks of README.md need a terminal, which script(1) does not give here"
	exit 77
fi
