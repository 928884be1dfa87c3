#!/bin/sh
# A roll that a program without versions of units stored: every figure is what it was, its imports can be taken
# back, and those who ask the database itself find views.
set -eu
# shellcheck source=tests/lib.sh
. "${ROOT:-.}/tests/lib.sh"
cd "$folder"

# The sample, stored by the program of now …
sed '/^30037-01,/s/Khóm 1/Khóm Một/' "$sample/units.csv" >units.csv
run 0 --db now.db import units.csv "$sample/population.csv" "$sample/plans.csv" "$sample/members.csv"

# … and the same as the tables were before, with an import that gave a cell its name and added another.
{
	for file in "$root"/src/sql/schema/*.sql; do
		case $file in *0005-*) break ;; esac
		cat "$file"
	done
	cat <<'END'
PRAGMA application_id = 0x4d535441;
PRAGMA user_version = 4;
ATTACH 'now.db' AS now;
DELETE FROM plan;
INSERT INTO unit SELECT u.id, u.code, v.name, v.name_key, v.kind, v.parent, u.opened_on, u.closed_on
FROM now.unit u JOIN now.unit_version v ON v.unit = u.id;
INSERT INTO unit (code, name, name_key, kind, parent)
SELECT 'Z', 'Chi bộ Z', 'chi bo z', 6, id FROM unit WHERE code = '30037';
INSERT INTO population SELECT * FROM now.population;
INSERT INTO plan (id, code, unit, from_on, to_on, target, ratio, title, built_in)
SELECT id, code, unit, from_on, to_on, target, ratio, title, built_in FROM now.plan;
INSERT INTO member (id, code, full_name, birth, gender, ethnicity, religion, occupation, education, theory, card_no)
SELECT id, code, full_name, birth, gender, ethnicity, religion, occupation, education, theory, card_no FROM now.member;
INSERT INTO stay (member, joined_on, unit, admitted_on, official_on, joined_by, left_on, left_by, facts)
SELECT member, joined_on, unit, admitted_on, official_on, joined_by, left_on, left_by, facts FROM now.stay;
INSERT INTO import VALUES (7, 0, 'more.csv', 1, '', 2, 1, 1, 0, 0, 0, 0, NULL);
INSERT INTO journal SELECT 7, 1, id, 0, NULL FROM unit WHERE code = 'Z';
INSERT INTO journal SELECT 7, 1, id, 0, json_array('Chi bộ Khóm 1', 'chi bo khom 1', kind, parent, opened_on, closed_on)
FROM unit WHERE code = '30037-01';
END
} | sqlite3 -bail roll.db

run 1 report summary
says "$err" 'memberstat recount'
run 0 recount
[ "$(sqlite3 roll.db 'PRAGMA foreign_key_check; PRAGMA integrity_check')" = ok ] || fail 'the database'
for report in summary ratio progress 'movement --depth all' 'trend --every year' probation idle forecast \
	'structure --by kind'; do
	for at in 2021-12-31 2022-04-30; do
		# shellcheck disable=SC2086 # words
		run 0 --db now.db report $report --as-of $at --format csv
		grep -v '^2,Z,' "$out" | sed 's/,226,/,cells,/' >wanted
		# shellcheck disable=SC2086 # words
		run 0 report $report --as-of $at --format csv
		grep -v '^2,Z,' "$out" | sed 's/,227,/,cells,/' >got
		same wanted got
	done
done
run 5 check --as-of 2022-04-30 # the new cell has no official members
says_not "$out" wrong_totals

# What was added and changed before is taken back.
run 0 undo
says "$err" '1 added records taken away, 1 with their former values again'
run 0 list units
same "$out" "$sample/units.csv"

# Views.
run 0 import "$sample/reform.csv"
[ "$(sqlite3 roll.db "SELECT * FROM roll_unit WHERE unit IN ('30046', '30040') ORDER BY 1, 7")" = \
	'30040|Đảng bộ xã Thạnh Lợi|commune|872||2025-07-01||30046
30046|Đảng bộ xã Trường Xuân|commune|872||||
30046|Đảng bộ xã Trường Xuân|superior|82|||2025-07-01|' ] || fail roll_unit
[ "$(sqlite3 roll.db "SELECT * FROM roll_place WHERE unit IN ('872', '82', '30040-01') ORDER BY 1, 2")" = \
	'30040-01||2025-06-30|30040
30040-01|2025-07-01||30046
82|2025-07-01||
872||2025-06-30|' ] || fail roll_place
