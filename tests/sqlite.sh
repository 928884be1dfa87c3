#!/bin/sh
# sqlite.sh FOLDER TEST…: runs the tests on other SQLites than the system's: the oldest that is promised,
# unless the system has one of that kind, and the newest. They come as source in a package of npm's and
# are built once, as libsqlite3.so.0 in a folder of their own. Without npm nothing is run and that is said.
set -eu

build=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The package with the source of 3.40.0, and the last one.
oldest=better-sqlite3@8.0.1
newest=better-sqlite3

# made PACKAGE: builds its SQLite, unless that was done, and sets version and library (a folder).
made() {
	(
		cd "$work" && rm -rf ./* && npm pack --silent "$1" >/dev/null 2>&1 &&
			tar xzf ./*.tgz package/deps/sqlite3
	) || return 1
	source=$work/package/deps/sqlite3
	version=$(sed -n 's/^#define SQLITE_VERSION  *"\(.*\)"/\1/p' "$source/sqlite3.h")
	library=$(pwd)/build-sqlite/$version
	[ ! -e "$library/libsqlite3.so.0" ] || return 0
	mkdir -p "$library/bin"
	"${CC:-cc}" -O1 -w -shared -fPIC -pthread -DSQLITE_ENABLE_COLUMN_METADATA -Wl,-soname,libsqlite3.so.0 \
		-o "$library/new.so" "$source/sqlite3.c" -lm || return 1
	# The shell of the system works with the system's library alone.
	printf '#!/bin/sh\nunset LD_LIBRARY_PATH\nexec %s "$@"\n' "$(command -v sqlite3)" >"$library/bin/sqlite3"
	chmod +x "$library/bin/sqlite3"
	mv "$library/new.so" "$library/libsqlite3.so.0"
}

run() {
	echo "on SQLite $version:"
	LD_LIBRARY_PATH=$library PATH=$library/bin:$PATH tests/run.sh "$build" "$@"
}

system=$("$build/memberstat" --version | sed -n 's/^SQLite //p')
if ! command -v npm >/dev/null 2>&1; then
	echo "npm is not installed: SQLite $system alone was tested"
	exit 0
fi
failed=0
for package in $oldest $newest; do
	if ! made "$package"; then
		echo "no $package was had: not tested on its SQLite"
	elif [ "${version%.*}" = "${system%.*}" ]; then
		echo "SQLite $version: the system has $system"
	else
		run "$@" || failed=1
	fi
done
exit $failed
