#!/bin/sh
# Runs the formatter, both compilers, the static checkers and mandoc. A tool that is not installed
# is named and left out.
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

# shellcheck disable=SC2086 # the lists are words
{
	if have clang-format; then clang-format --dry-run -Werror $c_files || failed=1; fi
	if have shellcheck; then git ls-files -z "tests/*.sh" .ci/run | xargs -0 shellcheck -x || failed=1; fi
}
for compiler in gcc clang; do
	if have $compiler; then
		make -s CC=$compiler B=build-lint-$compiler CFLAGS='-O2 -Werror' || failed=1
	fi
done
if have mandoc; then
	for lang in en vi; do
		build-lint-gcc/memberstat --lang $lang help --man | mandoc -T lint -W warning || failed=1
	done
fi
exit $failed
