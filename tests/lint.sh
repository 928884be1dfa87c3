#!/bin/sh
# Runs the formatter, both compilers, the static checkers (clang-tidy with .clang-tidy, cppcheck and
# the one for shell scripts) and mandoc. A tool that is not installed is named and left out.
set -eu

cd "$(dirname "$0")/.."
failed=0
have() {
	command -v "$1" >/dev/null 2>&1 || {
		echo "lint: $1 is not installed, passed over"
		return 1
	}
}
c_files=$(git ls-files 'src/*.c' 'include/*.h' 'tests/*.[ch]')
jobs=$(nproc)

# Another version would lay out lines in another way.
if have clang-format; then
	case $(clang-format --version) in
	*' version 14.'*)
		# shellcheck disable=SC2086 # the list is words
		clang-format --dry-run -Werror $c_files || failed=1
		;;
	*) echo 'lint: clang-format is not version 14, passed over' ;;
	esac
fi
if have shellcheck; then git ls-files -z 'tests/*.sh' .ci/run | xargs -0 -P "$jobs" -n 8 shellcheck -x || failed=1; fi
for compiler in gcc clang; do
	if have $compiler; then
		make -s -j"$jobs" CC=$compiler B=build-lint-$compiler CFLAGS='-O2 -Werror' || failed=1
	fi
done

# What is compiled with, for the checkers that read C.
set -- -Iinclude -Ibuild-lint-gcc -D_POSIX_C_SOURCE=200809L '-DVERSION="0"' -DWITH_XLSX
if [ -z "${LINT_FAST-}" ] && have clang-tidy; then
	# shellcheck disable=SC2016 # "$0" and "$@" are the inner shell's
	git ls-files -z 'src/*.c' | xargs -0 -P "$jobs" -n 6 sh -c '
		out=$(clang-tidy --quiet "$@" -- -std=c17 '"$(printf " '%s'" "$@")"' 2>/dev/null) || { echo "$out"; exit 1; }' lint ||
		failed=1
fi
# text.c: a negative char is what strchr takes there, converted. db.h: no header of SQLite is read.
if [ -z "${LINT_FAST-}" ] && have cppcheck; then
	cppcheck -q -j "$jobs" --std=c11 --enable=warning,performance,portability --error-exitcode=1 \
		--suppress=missingIncludeSystem --suppress=invalidFunctionArg:src/base/text.c \
		-DSQLITE_VERSION_NUMBER=3040000 "$@" src || failed=1
fi
if have mandoc; then
	for lang in en vi; do
		build-lint-gcc/memberstat --lang $lang help --man | mandoc -T lint -W warning || failed=1
	done
fi
exit $failed
