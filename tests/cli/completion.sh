#!/bin/sh
# The completion scripts are valid for their shells, and bash proposes what it should.
set -eu

memberstat=${MEMBERSTAT:-build/memberstat}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for lang in en vi; do
	for shell in bash zsh fish; do
		script=$folder/$lang.$shell
		"$memberstat" --lang $lang completion $shell >"$script"
		command -v $shell >/dev/null || continue
		$shell -n "$script"
	done
done

command -v bash >/dev/null || exit 0

# A stand-in for memberstat. Its second code is a command, which the shell must not run.
mkdir "$folder/bin"
cat >"$folder/bin/memberstat" <<'END'
#!/bin/sh
printf 'unit\tname\n872\tTháp Mười\n$(touch broken)\tx\n'
END
chmod +x "$folder/bin/memberstat"

# What bash proposes for a line of words, of which the last is not finished.
proposed() {
	(cd "$folder" && PATH=$folder/bin:$PATH bash -c '
		compopt() { :; }
		source en.bash
		COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
		_memberstat
		printf "%s\n" "${COMPREPLY[@]}"' bash "$@" | LC_ALL=C sort | tr '\n' ' ')
}

expect() {
	wanted=$1
	shift
	got=$(proposed "$@")
	[ "$got" = "$wanted " ] || {
		echo "completion.sh: $*: got '$got', wanted '$wanted'" >&2
		exit 1
	}
}

expect 'report' memberstat rep
expect 'report' memberstat --db x --lang vi rep
expect 'en vi' memberstat --lang ''
expect 'en vi' memberstat --lang =
expect 'vi' memberstat --lang = v
expect '--on-error' memberstat import --on
expect 'members' memberstat list m
expect 'export' memberstat exp
expect 'all' memberstat report al
expect 'last-year' memberstat report movement --compare ''
expect 'gender' memberstat report structure --by g
expect 'bash fish zsh' memberstat completion ''
expect '872' memberstat report ratio --unit 8
expect '872 \$\(touch\ broken\)' memberstat report ratio --unit ''
expect '872' memberstat report ratio --unit = 8
[ ! -e "$folder/broken" ]
