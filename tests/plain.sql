-- The figures of the reports by plain counting over the rows of the import files, written
-- independently of src/sql. tests/cli/report-invariants.sh fills the tables:
--   units, members, plans: the import files, as text
--   got_summary, got_ratio …: the csv of the reports, with what was asked in front
-- and every row of `wrong` is a figure that disagrees.

CREATE TABLE below AS
WITH RECURSIVE tree (top, unit) AS (
  SELECT unit, unit FROM units
  UNION ALL
  SELECT tree.top, units.unit FROM tree JOIN units ON units.parent = tree.unit
)
SELECT * FROM tree;
CREATE INDEX below_top ON below (top, unit);
CREATE INDEX below_unit ON below (unit, top);

CREATE TABLE places AS
WITH RECURSIVE tree (unit, depth, path) AS (
  SELECT unit, 0, unit FROM units WHERE parent = ''
  UNION ALL
  SELECT units.unit, depth + 1, path || char(1) || units.unit
  FROM tree JOIN units ON units.parent = tree.unit
)
SELECT * FROM tree;
CREATE UNIQUE INDEX places_unit ON places (unit);

-- Who was official once is official in the stays that follow with the same day of admission.
CREATE INDEX members_stay ON members (member, joined_on);
UPDATE members SET official_on = coalesce((
  SELECT substr(max(was.joined_on || was.official_on), 11) FROM members AS was
  WHERE was.member = members.member AND was.joined_on < members.joined_on
    AND was.admitted_on = members.admitted_on AND was.official_on <> ''), '')
WHERE official_on = '';

-- Each stay; when it began or ended by a move, with the unit that the member came from or went to.
CREATE TABLE stays AS
SELECT *,
  CASE WHEN joined_by = 'moved' AND lag(left_by) OVER chain = 'moved'
    AND lag(left_on) OVER chain = joined_on THEN lag(unit) OVER chain END AS came_from,
  CASE WHEN left_by = 'moved' AND lead(joined_by) OVER chain = 'moved'
    AND lead(joined_on) OVER chain = left_on THEN lead(unit) OVER chain END AS went_to
FROM members
WINDOW chain AS (PARTITION BY member ORDER BY joined_on);
CREATE INDEX stays_unit ON stays (unit);

CREATE TABLE dates AS SELECT DISTINCT at FROM got_ratio;
CREATE INDEX got_ratio_key ON got_ratio (at, unit);
CREATE INDEX units_parent ON units (parent);
-- The periods and units to be compared: every unit for movement, the scope for trend.
CREATE TABLE asked AS
SELECT a, b, unit FROM (SELECT DISTINCT a, b FROM got_movement), units
UNION SELECT "from", "to", scope FROM got_trend;

-- Members of every unit, with all units below it, on every date.
CREATE TABLE headcount AS
SELECT at, top AS unit,
  sum(joined_on <= at AND (left_on = '' OR at < left_on)) AS members,
  sum(joined_on <= at AND (left_on = '' OR at < left_on) AND official_on <> '' AND official_on <= at)
    AS official,
  sum(joined_on BETWEEN '2021-01-01' AND at AND joined_by IN ('admitted', 'readmitted')) AS admitted
FROM dates, below JOIN stays USING (unit)
GROUP BY at, top;
CREATE UNIQUE INDEX headcount_key ON headcount (unit, at);

CREATE TABLE flow AS
SELECT a, b, top AS unit,
  sum(joined_on < a AND (left_on = '' OR a <= left_on)) AS opening,
  sum(joined_by = 'admitted' AND joined_on BETWEEN a AND b) AS admitted,
  sum(joined_by = 'readmitted' AND joined_on BETWEEN a AND b) AS readmitted,
  sum(joined_by = 'transferred' AND joined_on BETWEEN a AND b) AS transferred_in,
  sum(joined_by = 'moved' AND joined_on BETWEEN a AND b AND NOT EXISTS (
    SELECT 1 FROM below AS other WHERE other.top = below.top AND other.unit = came_from)) AS moved_in,
  sum(joined_by = 'restored' AND joined_on BETWEEN a AND b) AS restored,
  sum(left_by = 'died' AND left_on BETWEEN a AND b) AS died,
  sum(left_by = 'expelled' AND left_on BETWEEN a AND b) AS expelled,
  sum(left_by = 'removed' AND left_on BETWEEN a AND b) AS removed,
  sum(left_by = 'resigned' AND left_on BETWEEN a AND b) AS resigned,
  sum(left_by = 'transferred' AND left_on BETWEEN a AND b) AS transferred_out,
  sum(left_by = 'moved' AND left_on BETWEEN a AND b AND NOT EXISTS (
    SELECT 1 FROM below AS other WHERE other.top = below.top AND other.unit = went_to)) AS moved_out,
  sum(joined_on <= b AND (left_on = '' OR b < left_on)) AS closing
FROM asked JOIN below ON below.top = asked.unit JOIN stays ON stays.unit = below.unit
GROUP BY a, b, top;
CREATE UNIQUE INDEX flow_key ON flow (unit, a, b);

CREATE TABLE wrong (what);

-- Which units have a row, and in which order.

INSERT INTO wrong
SELECT 'ratio ' || at || ': order of ' || unit FROM (
  SELECT at, unit, path, lag(path) OVER (PARTITION BY at ORDER BY got_ratio.rowid) AS before
  FROM got_ratio JOIN places USING (unit))
WHERE before >= path
UNION ALL
SELECT 'movement ' || a || ' ' || b || ': order of ' || unit FROM (
  SELECT a, b, unit, path, lag(path) OVER (PARTITION BY a, b ORDER BY got_movement.rowid) AS before
  FROM got_movement JOIN places USING (unit))
WHERE before >= path
UNION ALL
SELECT 'ratio ' || at || ': level or kind of ' || unit
FROM got_ratio JOIN places USING (unit) JOIN units USING (unit)
WHERE level <> depth OR got_ratio.kind <> units.kind OR got_ratio.name <> units.name
UNION ALL
SELECT 'ratio ' || at || ': rows' FROM dates
WHERE (SELECT group_concat(unit) FROM (SELECT unit FROM got_ratio WHERE got_ratio.at = dates.at ORDER BY 1))
  IS NOT (SELECT group_concat(unit) FROM (SELECT unit FROM units WHERE parent = ''
    OR (opened_on <= at AND (closed_on = '' OR at < closed_on)) ORDER BY 1))
UNION ALL
SELECT 'movement ' || a || ' ' || b || ': rows' FROM (SELECT DISTINCT a, b FROM got_movement) AS asked
WHERE (SELECT group_concat(unit) FROM (SELECT unit FROM got_movement AS got
    WHERE got.a = asked.a AND got.b = asked.b ORDER BY 1))
  IS NOT (SELECT group_concat(unit) FROM (SELECT unit FROM units WHERE parent = ''
    OR (opened_on <= b AND (closed_on = '' OR (closed_on > date(a, '-1 day') AND closed_on > opened_on)))
    ORDER BY 1))
UNION ALL
SELECT 'progress ' || at || ': rows' FROM dates
WHERE (SELECT group_concat(unit) FROM (SELECT unit FROM got_progress AS got WHERE got.at = dates.at ORDER BY 1))
  IS NOT (SELECT group_concat(unit) FROM (SELECT unit FROM units WHERE parent = ''
    OR (opened_on <= '2025-12-31'
      AND (closed_on = '' OR (closed_on > '2021-01-01' AND closed_on > opened_on))) ORDER BY 1));

-- Members.

INSERT INTO wrong
SELECT 'ratio ' || at || ' ' || unit || ': members ' || got.members
FROM got_ratio AS got LEFT JOIN headcount USING (at, unit)
WHERE got.members <> coalesce(headcount.members, 0)
UNION ALL
SELECT 'summary ' || as_of || ' ' || got.unit || ': members, official or admitted'
FROM got_summary AS got LEFT JOIN headcount ON at = as_of AND headcount.unit = got.unit
WHERE got.members <> coalesce(headcount.members, 0) OR got.official <> coalesce(headcount.official, 0)
  OR got.official + got.probationary <> got.members OR got.admitted <> coalesce(headcount.admitted, 0)
UNION ALL
SELECT 'summary ' || as_of || ' ' || got.unit || ': organisations' FROM got_summary AS got
WHERE grassroots <> communes + committees + base_cells
  OR communes || ' ' || committees || ' ' || base_cells || ' ' || cells <> (
    SELECT sum(kind = 'commune') || ' ' || sum(kind = 'committee') || ' ' || sum(kind = 'base_cell')
      || ' ' || sum(kind = 'cell')
    FROM below JOIN units USING (unit)
    WHERE below.top = got.unit AND opened_on <= as_of AND (closed_on = '' OR as_of < closed_on))
UNION ALL
SELECT 'progress ' || at || ' ' || unit || ': admitted ' || got.admitted
FROM got_progress AS got LEFT JOIN headcount USING (at, unit)
WHERE got.admitted <> coalesce(headcount.admitted, 0)
UNION ALL
SELECT 'probation ' || at || ': people' FROM dates JOIN headcount USING (at) JOIN units USING (unit)
WHERE units.parent = ''
  AND members - official <> (SELECT count(*) FROM got_probation AS got WHERE got.at = dates.at)
UNION ALL
-- without closed units, the scope's own people and the rows of the next level add up to the scope
SELECT 'ratio ' || at || ' ' || unit || ': parts' FROM got_ratio AS got JOIN units USING (unit)
WHERE (SELECT count(*) FROM units AS part WHERE part.parent = got.unit)
    = (SELECT count(*) FROM got_ratio AS row JOIN units AS part USING (unit)
      WHERE row.at = got.at AND part.parent = got.unit)
  AND members <> (SELECT count(*) FROM stays
      WHERE stays.unit = got.unit AND joined_on <= at AND (left_on = '' OR at < left_on))
    + (SELECT coalesce(sum(row.members), 0) FROM got_ratio AS row JOIN units AS part USING (unit)
      WHERE row.at = got.at AND part.parent = got.unit);

-- Movement.

INSERT INTO wrong
SELECT 'movement ' || a || ' ' || b || ' ' || unit || ': a figure'
FROM got_movement AS got LEFT JOIN flow USING (a, b, unit)
WHERE (got.opening, got.admitted, got.readmitted, got.transferred_in, got.moved_in, got.restored, got.died,
    got.expelled, got.removed, got.resigned, got.transferred_out, got.moved_out, got.closing)
  IS NOT (coalesce(flow.opening, 0), coalesce(flow.admitted, 0), coalesce(flow.readmitted, 0),
    coalesce(flow.transferred_in, 0), coalesce(flow.moved_in, 0), coalesce(flow.restored, 0),
    coalesce(flow.died, 0), coalesce(flow.expelled, 0), coalesce(flow.removed, 0),
    coalesce(flow.resigned, 0), coalesce(flow.transferred_out, 0), coalesce(flow.moved_out, 0),
    coalesce(flow.closing, 0))
UNION ALL
SELECT 'movement ' || a || ' ' || b || ' ' || unit || ': sums' FROM got_movement
WHERE increase <> admitted + readmitted + transferred_in + moved_in + restored
  OR decrease <> died + expelled + removed + resigned + transferred_out + moved_out
  OR opening + increase - decrease <> closing
UNION ALL
SELECT 'trend ' || scope || ' ' || every || ' ' || period || ': a figure'
FROM got_trend AS got LEFT JOIN flow ON flow.unit = scope AND a = "from" AND b = "to"
WHERE (got.opening, increase, decrease, got.closing, got.admitted)
  IS NOT (coalesce(flow.opening, 0),
    coalesce(flow.admitted + readmitted + transferred_in + moved_in + restored, 0),
    coalesce(died + expelled + removed + resigned + transferred_out + moved_out, 0),
    coalesce(flow.closing, 0), coalesce(flow.admitted + readmitted, 0))
UNION ALL
SELECT 'trend ' || scope || ' ' || every || ' ' || period || ': a gap' FROM (
  SELECT *, lag("to") OVER chain AS last_to, lag(closing) OVER chain AS last_closing FROM got_trend
  WINDOW chain AS (PARTITION BY scope, every ORDER BY rowid))
WHERE "from" <> date(last_to, '+1 day') OR opening <> last_closing;

-- Structure: the groups add up to all members, or to all who were admitted.

INSERT INTO wrong
SELECT 'structure ' || at || ' by ' || by || ': sum' FROM got_structure AS got
GROUP BY at, by
HAVING sum(members) <> (SELECT headcount.members FROM headcount JOIN units USING (unit)
  WHERE parent = '' AND headcount.at = got.at)
UNION ALL
SELECT 'structure ' || at || ' by ' || by || ': ' || "group" FROM got_structure AS got
WHERE members <> (SELECT count(*) FROM stays JOIN units USING (unit)
  WHERE joined_on <= at AND (left_on = '' OR at < left_on) AND "group" = CASE by
    WHEN 'gender' THEN CASE gender WHEN '' THEN 'unknown' ELSE gender END
    WHEN 'ethnicity' THEN CASE ethnicity WHEN '' THEN 'unknown' ELSE ethnicity END
    WHEN 'theory' THEN CASE theory WHEN '' THEN 'unknown' ELSE theory END
    WHEN 'kind' THEN kind
    WHEN 'status' THEN CASE WHEN official_on <> '' AND official_on <= at THEN 'official' ELSE 'probationary' END
    ELSE "group" END)
  AND by IN ('gender', 'ethnicity', 'theory', 'kind', 'status')
UNION ALL
SELECT 'structure of admitted ' || a || ' ' || b || ': sum' FROM got_admitted AS got
GROUP BY a, b, by
HAVING sum(members) <> (SELECT flow.admitted + readmitted FROM flow JOIN units USING (unit)
  WHERE parent = '' AND flow.a = got.a AND flow.b = got.b);

-- Idle: with --months 0 every open cell with members is listed, with its last admission.

INSERT INTO wrong
SELECT 'idle ' || at || ' ' || unit || ': members or last admission'
FROM got_idle AS got LEFT JOIN headcount USING (at, unit)
WHERE got.members IS NOT headcount.members OR got.members = 0 OR last_admission <> coalesce((
    SELECT max(joined_on) FROM stays WHERE stays.unit = got.unit AND joined_by IN ('admitted', 'readmitted')
      AND joined_on <= at), '')
UNION ALL
SELECT 'idle ' || at || ': rows' FROM dates
WHERE (SELECT count(*) FROM got_idle AS got WHERE got.at = dates.at) <> (
  SELECT count(*) FROM headcount JOIN units USING (unit) WHERE headcount.at = dates.at AND members > 0
    AND kind IN ('cell', 'base_cell') AND opened_on <= dates.at AND (closed_on = '' OR dates.at < closed_on));

-- Forecast within Plan 41, which has 1826 days: rates so far, rounded half away from zero.

INSERT INTO wrong
SELECT 'forecast ' || at || ': losses ' || losses || ' or admissions ' || got.admissions FROM (
  SELECT at, julianday(at) - julianday('2021-01-01') + 1 AS elapsed,
    (SELECT sum(left_on BETWEEN '2021-01-01' AND at)
      - sum(joined_on BETWEEN '2021-01-01' AND at AND joined_by NOT IN ('admitted', 'readmitted'))
      FROM stays) AS lost,
    (SELECT admitted FROM headcount JOIN units USING (unit) WHERE parent = '' AND headcount.at = dates.at)
      AS admitted
  FROM dates) AS rates JOIN got_forecast AS got USING (at)
WHERE scenario = 'current_pace' AND elapsed > 0
  AND (losses <> round(lost * (1826 - elapsed) / elapsed)
    OR got.admissions <> round(admitted * (1826 - elapsed) / elapsed))
UNION ALL
SELECT 'forecast ' || at || ' ' || scenario || ': members'
FROM got_forecast AS got JOIN headcount USING (at) JOIN units USING (unit)
WHERE units.parent = '' AND got.members <> ''
  AND got.members <> headcount.members + got.admissions - got.losses;

-- Fails when there was nothing to compare.

INSERT INTO wrong
SELECT 'no rows of ' || name FROM (
  SELECT 'ratio' AS name, count(*) AS n FROM got_ratio
  UNION ALL SELECT 'summary', count(*) FROM got_summary
  UNION ALL SELECT 'progress', count(*) FROM got_progress
  UNION ALL SELECT 'movement', count(*) FROM got_movement
  UNION ALL SELECT 'trend', count(*) FROM got_trend
  UNION ALL SELECT 'structure', count(*) FROM got_structure
  UNION ALL SELECT 'admitted', count(*) FROM got_admitted
  UNION ALL SELECT 'probation', count(*) FROM got_probation
  UNION ALL SELECT 'idle', count(*) FROM got_idle
  UNION ALL SELECT 'forecast', count(*) FROM got_forecast)
WHERE n = 0;

SELECT what FROM wrong LIMIT 20;
