#!/bin/sh
# demo.sh PROGRAM: what a district office does, on the sample and in a database of its own.
set -eu

memberstat=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export MEMBERSTAT_DB="$folder/demo.db"
data=$(dirname "$0")/../data/thap-muoi

say() {
	printf '\n$ memberstat %s\n' "$*"
	"$memberstat" "$@"
}

say import "$data/units.csv" "$data/population.csv" "$data/plans.csv" "$data/members.csv"
for report in summary ratio progress; do
	say report $report --as-of 2022-04-30 --format table
done
say --lang vi report summary --as-of 2022-04-30 --format table
