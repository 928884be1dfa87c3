#!/bin/sh
# What the program does before any command: help, language, exit codes, standard streams.
set -eu

# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"
unset LC_ALL LC_MESSAGES LANG

# Who has no database yet is told in three lines how to begin.
run 2
silent "$out"
[ "$(wc -l <"$err")" = 3 ] || fail 'not three lines'
says "$err" "There is no database yet ($MEMBERSTAT_DB)"
says "$err" 'memberstat template members -o members.xlsx'
run 2 --lang vi
says "$err" "Chưa có cơ sở dữ liệu ($MEMBERSTAT_DB)"
run 2 --db "$folder/other.db"
says "$err" "($folder/other.db)"
run 0 import "$root/tests/workbooks/units.csv"
says_line "$err" "created the database: $MEMBERSTAT_DB"
run 0 import "$root/tests/workbooks/members.csv"
says_not "$err" 'created the database'
run 2
silent "$out"
says "$err" 'memberstat [--db FILE] [--lang vi|en] COMMAND [OPTIONS] [ARGS]'
# One that came to nothing is not there.
run 3 --db "$folder/other.db" import "$root/tests/workbooks/members.csv"
says_not "$err" 'created the database'
[ ! -e "$folder/other.db" ] || fail 'an empty database was left'

for words in help --help -h; do
	run 0 $words
	silent "$err"
	says "$out" 'Usage:'
done
run 0 import --help
says "$out" 'memberstat import [OPTIONS]'
run 0 help import
says "$out" 'memberstat import [OPTIONS]'
run 0 help --man
says "$out" '.Dt MEMBERSTAT 1'

run 0 --version
silent "$err"
[ "$(sed -n 1p "$out" | cut -d ' ' -f 1)" = memberstat ] || fail 'version'
[ "$(sed -n 2p "$out" | cut -d ' ' -f 1)" = SQLite ] || fail 'version of SQLite'

run 2 imprt
silent "$out"
says "$err" 'memberstat: unknown command "imprt"; did you mean "import"?'
run 2 help imprt
says "$err" 'did you mean "import"?'
run 2 help import report
run 2 help --man import
run 2 completion
run 2 completion tcsh
run 2 --lang fr help
run 2 --lang vi imprt
says "$err" 'không có lệnh "imprt"'

export LC_ALL=vi_VN.UTF-8
run 0 help
says "$out" 'Cách dùng:'
run 0 --lang en help
says "$out" 'Usage:'
export LC_ALL=C

# Output that cannot be written is a failure, whether it is short or long.
if [ -w /dev/full ]; then
	for words in help 'help --man'; do
		status=0
		# shellcheck disable=SC2086 # the words are arguments
		"$memberstat" $words >/dev/full 2>"$err" || status=$?
		[ $status = 1 ] || fail "$words on a full disk: status $status"
		says "$err" 'cannot write standard output'
	done
fi
status=0
"$memberstat" help >&- 2>"$err" || status=$?
[ $status = 1 ] || fail "closed standard output: status $status"

# When the reader of a pipe goes away the program ends quietly, even if SIGPIPE is ignored.
"$memberstat" help --man 2>"$err" | true
silent "$err"
(
	trap '' PIPE
	"$memberstat" help --man 2>"$err" | true
)
silent "$err"
