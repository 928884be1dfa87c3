#!/bin/sh
# run.sh FOLDER TEST… runs unit tests (programs) and stories (*.sh) on what FOLDER holds, each in a
# clean environment and an empty folder of its own, and prints what failed.
set -u

build=$(cd "$1" && pwd)
root=$(pwd)
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
skipped=0

for test in "$@"; do
	case $test in /*) ;; *) test=$root/$test ;; esac
	name=$(basename "$test")
	mkdir -p "$work/$name/home"
	status=0
	(
		cd "$work/$name" &&
			env -i PATH="$PATH" HOME="$work/$name/home" TMPDIR="$work/$name" LC_ALL=C.UTF-8 \
				MEMBERSTAT="$build/memberstat" GENERATE="$build/generate" ROOT="$root" \
				CC="${CC:-cc}" ASAN_OPTIONS="${ASAN_OPTIONS:-}" "$test"
	) >"$work/out" 2>&1 </dev/null || status=$?
	if [ $status = 0 ]; then
		passed=$((passed + 1))
	elif [ $status = 77 ]; then
		skipped=$((skipped + 1))
		echo "skipped $name: $(tail -n 1 "$work/out")"
	else
		failed=$((failed + 1))
		echo "FAILED $name (status $status)"
		sed 's/^/    /' "$work/out"
	fi
	chmod -R u+w "$work/$name" && rm -rf "${work:?}/$name"
done
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed = 0 ]
