#!/bin/sh
# bench.sh BUILD: times the program and what people would use instead, on the same invented members and
# in turn, and prints the ratios as Markdown; progress goes to standard error. BUILD holds memberstat,
# generate, measure, workbook and bare. Settings come from the environment:
#
#	N=1000000	members
#	GROWTH='10000000 …'	larger sizes too, for how time grows: 10 million (11 GB of disk, ten minutes) unless
#		N is given; GROWTH= for none
#	RUNS=5	rounds that count; unless given 3 from 5 million members on, 1 above 20 million
#	PARTS='imports reports sizes workbook sample'	what is measured
#	BENCH_DIR=…	a folder that keeps the data; else one under TMPDIR or /var/tmp that is removed
#	OUT=…	a file for the tables; what stands there below "## By hand" is kept
set -eu
export LC_ALL=C
unset MEMBERSTAT_DB

build=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
memberstat=$build/memberstat
sample=$root/data/thap-muoi
members=${N:-1000000}
growth=${GROWTH:-}
[ -n "${N:-}${GROWTH+given}" ] || growth=10000000
parts=" ${PARTS:-imports reports sizes workbook sample} "
out=${OUT:+$(cd "$(dirname "$OUT")" && pwd)/$(basename "$OUT")}
large=5000000
# Above this size there is one round without warm-up, and only the members in order: the others would
# need as much disk again.
vast=20000000
sample_runs=25
workbook_rows=200000

say() {
	echo "bench: $*" >&2
}

fail() {
	say "$*"
	exit 1
}

for peer in sqlite3 mlr; do
	command -v $peer >/dev/null || fail "$peer is missing: make bench-deps"
done

if [ -n "${BENCH_DIR:-}" ]; then
	mkdir -p "$BENCH_DIR"
	work=$(cd "$BENCH_DIR" && pwd)
else
	work=$(mktemp -d "${TMPDIR:-/var/tmp}/memberstat-bench.XXXXXX")
	trap 'rm -rf "$work"' EXIT
	trap 'exit 1' HUP INT TERM
fi
samples=$work/samples
facts=$work/facts
: >"$samples"
: >"$facts"

# shellcheck source=tests/bench/cases.sh
. "$here/cases.sh"

part() {
	case $parts in *" $1 "*) ;; *) return 1 ;; esac
}

# made FOLDER OPTION…: the data of this size, unless this very generator has left them there.
made() {
	folder=$1
	shift
	stamp="$(cksum <"$build/generate") $size $*"
	[ "$(cat "$folder/made" 2>/dev/null)" != "$stamp" ] || return 0
	say "$size: making $folder"
	"$build/generate" "$folder" "$size" "$@"
	echo "$stamp" >"$folder/made"
}

# fact NAME VALUE, of this size.
fact() {
	echo "$size $1 $2" >>"$facts"
}

# weighed NAME FILE: notes the bytes of the file for each member, and its megabytes.
weighed() {
	bytes=$(wc -c <"$2")
	fact "$1" $((bytes / size))
	fact "$1_mb" "$((bytes / 1000000)).$((bytes / 100000 % 10))"
}

# contest FIRST LAST CASE…: the cases in turn, and again, round after round; round 0 does not count.
contest() {
	round=$1
	last=$2
	shift 2
	say "$size: rounds $round to $last of: $*"
	while [ "$round" -le "$last" ]; do
		for name in "$@"; do
			run "$name"
		done
		round=$((round + 1))
	done
}

# rounds_at MEMBERS: the first and the last.
rounds_at() {
	if [ "$1" -gt $vast ]; then
		echo 1 "${RUNS:-1}"
	elif [ "$1" -ge $large ]; then
		echo 0 "${RUNS:-3}"
	else
		echo 0 "${RUNS:-5}"
	fi
}

# The imports of this size; peers stand beside them at the size that is compared.
import_cases() {
	echo units first
	[ "$size" != "$members" ] || echo text_first
	if [ "$size" -le $vast ]; then
		echo shuffled
		[ "$size" != "$members" ] || echo text_shuffled
	fi
	echo again
	if [ "$size" -le $vast ]; then
		echo changed
		if "$memberstat" help undo >/dev/null 2>&1; then echo undo; fi
	fi
}

report_cases() {
	for name in summary ratio progress movement trend list; do
		echo $name
		[ "$size" != "$members" ] || echo text_$name
	done
	[ "$size" != "$members" ] || echo mlr_ratio
}

# Loads the data that the reports need, when no imports are measured.
load() {
	round=0
	for name in units first; do
		run $name
	done
	[ "$size" != "$members" ] || run text_first
}

# measure_size MEMBERS: all that is measured at one size, in a folder of its own.
measure_size() {
	size=$1
	mkdir -p "$work/$size"
	cd "$work/$size"
	made sorted
	if part imports && [ "$size" -le $vast ]; then
		made shuffled --shuffle
		made changed --change 1
	fi
	rows=$(($(wc -l <sorted/members.csv) - 1))
	fact rounds "$(rounds_at "$size" | cut -d ' ' -f 2)"
	fact rows $rows
	fact units "$(($(wc -l <sorted/units.csv) - 1))"
	weighed csv sorted/members.csv
	if part imports; then
		# shellcheck disable=SC2046 # the list is words
		contest $(rounds_at "$size") $(import_cases)
	else
		load
	fi
	weighed db loaded.db
	[ ! -e shuffled.db ] || weighed db_shuffled shuffled.db
	[ ! -e text.db ] || weighed text text.db
	if part reports; then
		# shellcheck disable=SC2046 # the list is words
		contest $(rounds_at "$size") $(report_cases)
		same 'summary, members' "$(cell summary.csv members)" "$(members_in sorted/members.csv)"
		[ "$size" != "$members" ] || agree
	fi
	rm -f ./*.db
	[ -n "${BENCH_DIR:-}" ] || rm -rf "${work:?}/$size"
	cd "$work"
}

# A workbook against the same rows as CSV, and against unpacking and parsing its XML.
measure_workbook() {
	size=$workbook_rows
	mkdir -p "$work/workbook"
	cd "$work/workbook"
	made sorted
	rows=$(($(wc -l <sorted/members.csv) - 1))
	say "$size: making a workbook"
	"$build/workbook" sorted/members.csv book.xlsx
	fact book_rows $rows
	weighed book book.xlsx
	size=workbook
	round=0
	run units
	contest 0 "${RUNS:-5}" workbook_import workbook_csv workbook_bare
	rm -f ./*.db
	cd "$work"
}

measure_sample() {
	size=sample
	mkdir -p "$work/sample"
	cd "$work/sample"
	contest 0 $sample_runs sample_import sample_summary select_1
	cd "$work"
}

sizes=$members
if part sizes; then
	sizes=
	for step in 10000 100000; do
		[ $step -ge "$members" ] || sizes="$sizes$step "
	done
	sizes="$sizes$members${growth:+ $growth}"
fi
if part imports || part reports; then
	for step in $sizes; do
		measure_size "$step"
	done
fi
if part workbook; then
	measure_workbook
fi
if part sample; then
	measure_sample
fi

# shellcheck source=tests/bench/page.sh
. "$here/page.sh"
page | awk -f "$here/tables.awk" part=samples "$samples" part=facts "$facts" part=page - >"$work/page"
cat "$work/page"
if [ -n "$out" ]; then
	if [ -e "$out" ]; then
		sed -n '/^## By hand/,$p' "$out" >"$work/by-hand"
		[ ! -s "$work/by-hand" ] || { echo && cat "$work/by-hand"; } >>"$work/page"
	fi
	cp "$work/page" "$out"
fi
