#!/bin/sh
# check.sh [DIR] - does the sample hold what was published, and does it keep the rules of its files?
#
# Counts with the sqlite3 shell straight from the CSV files, so that it agrees with memberstat, or
# does not, for reasons of its own. Says what differs; exit status 1 when anything does.

dir=${1:-data/thap-muoi}
LC_ALL=C
export LC_ALL

for file in units population plans members; do
	if [ ! -r "$dir/$file.csv" ]; then
		echo "check.sh: $dir/$file.csv: cannot be read" >&2
		exit 1
	fi
done

failed=0
fail() {
	echo "check.sh: $*" >&2
	failed=1
}

# file NAME HEADER KEY...: the header as `list` writes it, LF, records in the order of their key, no
# key twice. No cell of the sample holds a comma or a quote.
file() {
	name=$1
	[ "$(head -n 1 "$dir/$name.csv")" = "$2" ] || fail "$name.csv: another header"
	shift 2
	if grep -q "$(printf '\r')" "$dir/$name.csv"; then
		fail "$name.csv: holds carriage returns"
	fi
	if grep -q '"' "$dir/$name.csv"; then
		fail "$name.csv: holds quotes"
	fi
	if ! tail -n +2 "$dir/$name.csv" | sort -t , -c -u "$@"; then
		fail "$name.csv: not in the order of its key, or a key comes twice"
	fi
}

file units 'unit,name,kind,parent,opened_on,closed_on,since,merged_into' -k 1,1
file population 'unit,as_of,population,source' -k 1,1 -k 2,2
file plans 'plan,unit,from,to,target,ratio_percent,title' -k 1,1 -k 2,2 -k 3,3 -k 4,4
facts=full_name,birth_date,gender,ethnicity,religion,occupation,education,theory,card_no
file members "member,unit,$facts,admitted_on,official_on,joined_on,joined_by,left_on,left_by" \
	-k 1,1 -k 14,14

differs=$(
	sqlite3 -batch :memory: <<END
.bail on
.import --csv "$dir/units.csv" units
.import --csv "$dir/population.csv" population
.import --csv "$dir/plans.csv" plans
.import --csv "$dir/members.csv" stays

CREATE VIEW open_units AS SELECT * FROM units
	WHERE opened_on <= '2022-04-30' AND (closed_on = '' OR closed_on > '2022-04-30');
CREATE VIEW present AS SELECT * FROM stays
	WHERE joined_on <= '2022-04-30' AND (left_on = '' OR left_on > '2022-04-30');
CREATE VIEW recent AS SELECT * FROM stays
	WHERE joined_by IN ('admitted', 'readmitted')
	AND joined_on BETWEEN '2021-01-01' AND '2022-04-30';
CREATE INDEX stays_by_member ON stays(member, joined_on);
-- A stay and the one after it of the same member.
CREATE TABLE pairs AS SELECT * FROM (
	SELECT member, unit, admitted_on, joined_by, left_on, left_by,
		lead(unit) OVER one AS next_unit, lead(admitted_on) OVER one AS next_admitted_on,
		lead(joined_on) OVER one AS next_joined_on, lead(joined_by) OVER one AS next_by
	FROM stays WINDOW one AS (PARTITION BY member ORDER BY joined_on))
	WHERE next_unit IS NOT NULL;

CREATE TABLE claims(what, got, expected);
INSERT INTO claims VALUES
-- published: Tháp Mười, April 2022
('grassroots organisations', (SELECT count(*) FROM open_units
	WHERE kind IN ('commune', 'committee', 'base_cell')), 38),
('communes', (SELECT count(*) FROM open_units WHERE kind = 'commune'), 13),
('committees', (SELECT count(*) FROM open_units WHERE kind = 'committee'), 15),
('base cells', (SELECT count(*) FROM open_units WHERE kind = 'base_cell'), 10),
('cells', (SELECT count(*) FROM open_units WHERE kind = 'cell'), 226),
('cells below a commune or committee', (SELECT count(*) FROM open_units AS cell
	JOIN open_units AS above ON above.unit = cell.parent
	WHERE cell.kind = 'cell' AND above.kind IN ('commune', 'committee')), 226),
('members', (SELECT count(*) FROM present), 4541),
('people among them', (SELECT count(DISTINCT member) FROM present), 4541),
('population', (SELECT population FROM population WHERE unit = '872'), '131791'),
('population of the communes', (SELECT sum(population) FROM population
	JOIN units USING (unit) WHERE kind = 'commune' AND as_of = '2019-04-01'), 131791),
('ratio', (SELECT printf('%.2f', 100.0 * count(*) / 131791) FROM present), '3.45'),
('plan', (SELECT target || ' ' || ratio_percent FROM plans WHERE plan = 'KH41'
	AND unit = '872' AND "from" = '2021-01-01' AND "to" = '2025-12-31'), '570 3.85'),
('sum of the yearly parts', (SELECT sum(target) FROM plans WHERE unit = '872'
	AND substr("from", 1, 4) = substr("to", 1, 4)), 570),
('sum over the organisations', (SELECT sum(target) FROM plans JOIN open_units USING (unit)
	WHERE kind <> 'district' AND "from" = '2021-01-01' AND "to" = '2025-12-31'), 570),
('organisations with a target', (SELECT count(*) FROM plans WHERE unit <> '872'), 38),
('admitted', (SELECT count(*) FROM recent), 126),
('progress', (SELECT printf('%.2f', 100.0 * count(*) / 570) FROM recent), '22.11'),
('codes of the communes', (SELECT group_concat(unit, ' ') FROM units WHERE kind = 'commune'),
	'30037 30040 30043 30046 30049 30052 30055 30058 30061 30064 30067 30070 30073'),
('root', (SELECT group_concat(unit || ' ' || kind) FROM units WHERE parent = ''), '872 district'),

-- what the sample must hold
('joined_by', (SELECT group_concat(joined_by, ' ') FROM
	(SELECT DISTINCT joined_by FROM stays ORDER BY 1)),
	'admitted moved readmitted restored transferred'),
('left_by', (SELECT group_concat(left_by, ' ') FROM
	(SELECT DISTINCT left_by FROM stays WHERE left_by <> '' ORDER BY 1)),
	'died expelled moved removed resigned transferred'),
('joined_by and left_by in April 2022', (SELECT count(DISTINCT joined_by) FROM stays
	WHERE joined_on BETWEEN '2022-04-01' AND '2022-04-30')
	+ (SELECT count(DISTINCT left_by) FROM stays
	WHERE left_on BETWEEN '2022-04-01' AND '2022-04-30'), 11),
('admissions on the first and last day and the eve', (SELECT group_concat(n, ' ') FROM
	(SELECT min(count(*), 1) AS n FROM stays WHERE joined_by IN ('admitted', 'readmitted')
	AND joined_on IN ('2020-12-31', '2021-01-01', '2022-04-30') GROUP BY joined_on)), '1 1 1'),
('somebody left on the day itself', (SELECT count(*) > 0 FROM stays
	WHERE left_on = '2022-04-30'), 1),
('probation due on the day itself, overdue and waiting', (SELECT count(DISTINCT
	CASE WHEN date(admitted_on, '+1 year') < '2022-04-30' THEN 1
	WHEN date(admitted_on, '+1 year') = '2022-04-30' THEN 2 ELSE 3 END)
	FROM present WHERE official_on = ''), 3),
('cells without an admission for a year', (SELECT count(*) > 20 FROM open_units
	WHERE kind IN ('cell', 'base_cell') AND unit NOT IN (SELECT unit FROM stays
	WHERE joined_by IN ('admitted', 'readmitted') AND joined_on > '2021-04-30')), 1),
('closed units', (SELECT count(*) FROM units WHERE closed_on <> ''), 2),
('units opened within the plan', (SELECT count(*) FROM units WHERE opened_on <> ''), 1),
('namesakes', (SELECT count(*) > 0 FROM (SELECT 1 FROM present
	GROUP BY full_name HAVING count(DISTINCT member) > 1)), 1),
('units of one name', (SELECT count(*) > 0 FROM (SELECT 1 FROM units
	GROUP BY name HAVING count(*) > 1)), 1),
('codes with leading zeros', (SELECT count(*) > 0 FROM stays WHERE member GLOB '0*'), 1),
('lengths of births', (SELECT group_concat(n, ' ') FROM
	(SELECT DISTINCT length(birth_date) AS n FROM stays ORDER BY 1)), '4 7 10'),

-- rules of data/README.md section 3
('codes of another form', (SELECT count(*) FROM stays
	WHERE member NOT GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][A-Z][A-Z]'), 0),
('stays in no leaf', (SELECT count(*) FROM stays WHERE unit NOT IN
	(SELECT unit FROM units WHERE kind IN ('cell', 'base_cell'))), 0),
('stays outside the life of the unit', (SELECT count(*) FROM stays JOIN units USING (unit)
	WHERE joined_on < opened_on
	OR (closed_on <> '' AND (left_on = '' OR left_on > closed_on))), 0),
('days after the end', (SELECT count(*) FROM stays
	WHERE max(admitted_on, official_on, joined_on, left_on) > '2022-04-30'), 0),
('days that do not exist', (SELECT count(*) FROM stays WHERE date(admitted_on) IS NOT admitted_on
	OR date(joined_on) IS NOT joined_on
	OR (official_on <> '' AND date(official_on) IS NOT official_on)
	OR (left_on <> '' AND date(left_on) IS NOT left_on)
	OR (length(birth_date) = 10 AND date(birth_date) IS NOT birth_date)), 0),
('days in a wrong order', (SELECT count(*) FROM stays WHERE admitted_on > joined_on
	OR (left_on <> '' AND left_on < joined_on)
	OR (official_on <> '' AND official_on < admitted_on)), 0),
('left_on without left_by or the reverse', (SELECT count(*) FROM stays
	WHERE (left_on = '') <> (left_by = '')), 0),
('admissions on another day than joining', (SELECT count(*) FROM stays
	WHERE joined_by IN ('admitted', 'readmitted') AND joined_on <> admitted_on), 0),
('admitted under 18', (SELECT count(*) FROM stays
	WHERE date(birth_date || substr('-01-01', 1, 10 - length(birth_date)), '+18 years') > admitted_on), 0),
('overlaps', (SELECT count(*) FROM pairs WHERE left_on = '' OR left_on > next_joined_on), 0),
('halves of moves', (SELECT count(*) FROM pairs WHERE (left_by = 'moved') <> (next_by = 'moved')
	OR (left_by = 'moved' AND (left_on <> next_joined_on OR unit = next_unit)))
	+ (SELECT count(*) FROM stays WHERE left_by = 'moved')
	- (SELECT count(*) FROM pairs WHERE left_by = 'moved')
	+ (SELECT count(*) FROM stays WHERE joined_by = 'moved')
	- (SELECT count(*) FROM pairs WHERE next_by = 'moved'), 0),
('memberships with two admissions', (SELECT count(*) FROM pairs
	WHERE next_by <> 'readmitted' AND next_admitted_on <> admitted_on), 0),
('re-admissions after less than 36 months', (SELECT count(*) FROM pairs
	WHERE next_by = 'readmitted' AND date(left_on, '+36 months') > next_joined_on), 0),
('re-admissions and restorations of somebody new', (SELECT count(*) FROM stays
	WHERE joined_by IN ('readmitted', 'restored')) - (SELECT count(*) FROM pairs
	WHERE next_by IN ('readmitted', 'restored')), 0),
('cards of probationers', (SELECT count(*) FROM present
	WHERE (official_on = '') <> (card_no = '')), 0),
('a card of two people', (SELECT count(*) FROM (SELECT 1 FROM stays WHERE card_no <> ''
	GROUP BY card_no HAVING count(DISTINCT member) > 1)), 0),
('facts that differ between stays', (SELECT count(*) FROM (SELECT 1 FROM stays GROUP BY member
	HAVING count(DISTINCT full_name || birth_date || gender || ethnicity || religion
	|| occupation || education || theory || card_no) > 1)), 0),
('leaves with fewer than 3 official members', (SELECT count(*) FROM open_units AS leaf
	WHERE kind IN ('cell', 'base_cell') AND (SELECT count(*) FROM present
	WHERE unit = leaf.unit AND official_on <> '') < 3), 0),
('base cells of 30 and more', (SELECT count(*) FROM open_units AS leaf
	WHERE kind = 'base_cell' AND (SELECT count(*) FROM present WHERE unit = leaf.unit) > 29), 0),
('committees under 30', (SELECT count(*) FROM open_units AS above
	WHERE kind IN ('commune', 'committee') AND (SELECT count(*) FROM present
	JOIN units USING (unit) WHERE parent = above.unit) < 30), 0);

SELECT what || ': ' || coalesce(got, 'nothing') || ', not ' || expected
	FROM claims WHERE got IS NOT expected;
END
) || fail "sqlite3 failed"

[ -z "$differs" ] || fail "$differs"
exit "$failed"
