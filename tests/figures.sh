# figures.sh - what the stories about figures share, besides lib.sh. A case writes its files into
# the current folder, loads them, and compares what a report gives.
# shellcheck shell=sh

# shellcheck disable=SC2154 # of lib.sh
cd "$folder" || exit 1

# case_is NAME: begins with an empty database.
case_is() {
	name=$1
	rm -f roll.db ./*.csv
}

# load: imports the files that the case has written.
load() {
	run 0 import ./*.csv
}

# pick COLUMNS: these columns of a csv on standard input, without the header.
pick() {
	awk -F, -v wanted="$1" '
		NR == 1 {
			for (i = 1; i <= NF; i++)
				at[$i] = i
			n = split(wanted, column, " ")
			for (i = 1; i <= n; i++)
				if (!(column[i] in at)) {
					print "no column " column[i]
					exit
				}
			next
		}
		{
			for (i = 1; i <= n; i++)
				printf "%s%s", $at[column[i]], i < n ? "," : "\n"
		}'
}

# gives COLUMNS ARGUMENTS… <<END: these columns of the report are exactly the lines that follow.
gives() {
	columns=$1
	shift
	cat >wanted
	run 0 report "$@" --format csv
	# Nothing but what must be said of the plan.
	grep -vE '^memberstat: (The plan .* (has not begun on|ended before) |On .* plans in force|KH41, which comes)' \
		"$err" >unexpected || :
	silent unexpected
	pick "$columns" <"$out" >got
	diff -u wanted got >"$out" || fail "$name: report $*"
}

# is WANTED COLUMNS ARGUMENTS…: the same for a report of one row.
is() {
	echo "$1" >one
	shift
	gives "$@" <one
}

# refuses STATUS MESSAGE ARGUMENTS…: the report fails with this message.
refuses() {
	wanted_status=$1 message=$2
	shift 2
	run "$wanted_status" report "$@"
	silent "$out"
	says_line "$err" "memberstat: $message"
}

# A district of two communes with cells, and a cell of its own.
small_units() {
	cat >units.csv <<-END
		unit,name,kind,parent
		D,Huyện,district,
		C1,Xã Một,commune,D
		C2,Xã Hai,commune,D
		Z1,Chi bộ cơ sở,base_cell,D
		A1,Chi bộ 1,cell,C1
		A2,Chi bộ 2,cell,C1
		B1,Chi bộ 3,cell,C2
	END
}

# people UNIT COUNT DATE: so many lines of a members file, admitted in the unit on a day.
serial=0
people() {
	i=0
	while [ $i -lt "$2" ]; do
		serial=$((serial + 1)) i=$((i + 1))
		echo "p$serial,$1,$3"
	done
}
