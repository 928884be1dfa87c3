#!/bin/sh
# SQLite before 3.40 is refused by its number: when the program is built and when it is started.
set -eu

. "${ROOT:-.}/tests/lib.sh"
cd "$folder"
compiler=${CC:-cc}

# Building with a header of such a version.
mkdir old new
header=$(printf '#include <sqlite3.h>\n' | $compiler -E -x c - | sed -n 's/^# [0-9]* "\(.*sqlite3\.h\)".*/\1/p' | head -n 1)
sed 's/^#define SQLITE_VERSION_NUMBER .*/#define SQLITE_VERSION_NUMBER 3039004/' "$header" >old/sqlite3.h
sed 's/^#define SQLITE_VERSION_NUMBER .*/#define SQLITE_VERSION_NUMBER 3040000/' "$header" >new/sqlite3.h
# The files that the build makes from src/sql.
: >old/sql_list.inc
: >new/sql_list.inc
compiles() {
	printf '#include "store/db.h"\n' |
		$compiler -std=c17 -D_POSIX_C_SOURCE=200809L -I"$1" -I"$root/include" -fsyntax-only -x c - >"$out" 2>"$err"
}
compiles new || fail 'SQLite 3.40 is refused'
! compiles old || fail 'SQLite 3.39 is taken'
says "$err" 'memberstat needs SQLite 3.40 or later'

# Starting with a library that says that it is such a version. Sanitizers do not allow a library
# before their own.
if sanitized; then
	exit 0
fi
cat >old.c <<'END'
int sqlite3_libversion_number(void) { return 3039004; }
const char *sqlite3_libversion(void) { return "3.39.4"; }
END
$compiler -shared -fPIC -o old.so old.c
refused() {
	wanted=$1
	shift
	LD_PRELOAD=$folder/old.so "$memberstat" "$@" >"$out" 2>"$err" && fail 'taken'
	[ "$?" = 1 ] || fail "$*: another status"
	says "$err" "$wanted"
}
refused 'SQLite 3.39.4 is too old; memberstat needs SQLite 3.40 or later' import "$sample/units.csv"
refused 'SQLite 3.39.4 quá cũ; memberstat cần SQLite 3.40 trở lên' --lang vi import "$sample/units.csv"
[ ! -e roll.db ] || fail 'a database was made'
run 0 import "$sample/units.csv"
refused 'SQLite 3.39.4 is too old' report summary
LD_PRELOAD=$folder/old.so "$memberstat" --version >"$out"
says "$out" 'SQLite 3.39.4'
