#!/bin/sh
# run.sh FOLDER TEST… runs unit tests (programs) and stories (*.sh) on what FOLDER holds, each in a
# clean environment and an empty folder of its own, $JOBS at a time (as many as there are processors),
# and prints what failed.
set -u

# One test of those below, "NUMBER PATH": what it printed and then its status go to files beside its folder.
if [ "$1" = --one ]; then
	work=$2/${4%% *}
	build=$3
	test=${4#* }
	name=$(basename "$test")
	mkdir -p "$work/home"
	status=0
	(
		cd "$work" &&
			env -i PATH="$PATH" HOME="$work/home" TMPDIR="$work" LC_ALL=C.UTF-8 MALLOC_PERTURB_=165 \
				MEMBERSTAT="$build/memberstat" GENERATE="$build/generate" ROOT="$ROOT" \
				CC="${CC:-cc}" ASAN_OPTIONS="${ASAN_OPTIONS:-}" TSAN_OPTIONS="${TSAN_OPTIONS:-}" \
				LSAN_OPTIONS="suppressions=$ROOT/tests/leaks.txt:print_suppressions=0" \
				${LD_LIBRARY_PATH:+LD_LIBRARY_PATH="$LD_LIBRARY_PATH"} "$test"
	) >"$work.out" 2>&1 </dev/null || status=$?
	if [ $status = 77 ]; then
		echo "skipped $name: $(tail -n 1 "$work.out")"
	elif [ $status != 0 ]; then
		printf 'FAILED %s (status %s)\n%s\n' "$name" $status "$(sed 's/^/    /' "$work.out")"
	fi
	echo $status >"$work.status"
	chmod -R u+w "$work" && rm -rf "${work:?}"
	exit 0
fi

build=$(cd "$1" && pwd)
ROOT=$(pwd)
export ROOT
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

number=0
for test in "$@"; do
	number=$((number + 1))
	case $test in /*) echo "$number $test" ;; *) echo "$number $ROOT/$test" ;; esac
done | xargs -P "${JOBS:-$(nproc)}" -I '{}' "$0" --one "$work" "$build" '{}'

passed=$(cat "$work"/*.status | grep -cx 0)
skipped=$(cat "$work"/*.status | grep -cx 77)
failed=$(($# - passed - skipped))
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
