-- Finds what the units of the file do to the tree that they and the stored ones make together, on whatever
-- day: a second root, a day without one, a place more than 100 levels deep, and a circle.
DELETE FROM unit_fault;
DROP TABLE IF EXISTS temp.root_now;
DROP TABLE IF EXISTS temp.root_gap;
DROP TABLE IF EXISTS temp.reached;

-- A unit that the file leaves alone stays the root, then one that was stored, then the first in the file.
CREATE TEMP TABLE root_now (
  rank INTEGER PRIMARY KEY, unit INTEGER NOT NULL, from_day INTEGER NOT NULL, until_day INTEGER NOT NULL) STRICT;
INSERT INTO root_now (unit, from_day, until_day)
SELECT v.unit, max(v.from_day, u.opens) AS first, min(v.until_day, u.closes) AS until
FROM unit_version v JOIN unit u ON u.id = v.unit LEFT JOIN suspect s ON s.unit = u.id
WHERE v.parent IS NULL AND first < until
ORDER BY s.unit IS NOT NULL, s.stored DESC, s.line;
INSERT OR IGNORE INTO unit_fault
SELECT s.version, 'root', NULL, NULL
FROM root_now r JOIN suspect s ON s.unit = r.unit
WHERE EXISTS (SELECT 1 FROM root_now o WHERE o.rank < r.rank AND o.unit <> r.unit
  AND o.from_day < r.until_day AND r.from_day < o.until_day);

-- Days without a root on which a unit is open, after the first root.
CREATE TEMP TABLE root_gap (from_day INTEGER NOT NULL, until_day INTEGER NOT NULL) STRICT;
INSERT INTO root_gap
SELECT reached, next FROM (
  SELECT max(until_day) OVER (ORDER BY from_day, rank ROWS UNBOUNDED PRECEDING) AS reached,
    coalesce(lead(from_day) OVER (ORDER BY from_day, rank), {{end_day}}) AS next
  FROM root_now)
WHERE reached < next
  AND EXISTS (SELECT 1 FROM unit u WHERE max(u.opens, reached) < min(u.closes, next));
INSERT OR IGNORE INTO unit_fault
SELECT s.version, 'gap', NULL, iso(g.from_day)
FROM root_gap g JOIN root_now r ON r.until_day = g.from_day OR r.from_day = g.until_day
  JOIN suspect s ON s.unit = r.unit;
INSERT OR IGNORE INTO unit_fault
SELECT s.version, 'gap', NULL, iso(g.from_day)
FROM root_gap g JOIN unit u ON max(u.opens, g.from_day) < min(u.closes, g.until_day)
  JOIN suspect s ON s.unit = u.id
WHERE NOT EXISTS (SELECT 1 FROM unit_fault);

-- What is reached from those without one above: on which level below them, and the nearest unit at or above
-- it that the file adds or changes.
CREATE TEMP TABLE reached (unit INTEGER NOT NULL, days INTEGER NOT NULL, level INTEGER NOT NULL,
  version INTEGER) STRICT;
INSERT INTO reached
WITH RECURSIVE below (unit, from_day, until_day, level, version) AS (
  SELECT p.unit, p.from_day, p.until_day, 1, s.version
  FROM unit_place p LEFT JOIN suspect s ON s.unit = p.unit
  WHERE p.place = p.unit AND coalesce(p.above, 0) = 0
  UNION ALL
  SELECT p.unit, max(p.from_day, b.from_day), min(p.until_day, b.until_day), b.level + 1,
    coalesce(s.version, b.version)
  FROM below b JOIN unit_place p ON p.above = b.unit AND p.place = p.unit
    AND p.from_day < b.until_day AND b.from_day < p.until_day
    LEFT JOIN suspect s ON s.unit = p.unit
)
SELECT unit, until_day - from_day, level, version FROM below;
INSERT OR IGNORE INTO unit_fault
SELECT version, 'deep', NULL, NULL FROM reached WHERE level > 100 AND version IS NOT NULL;

-- What is reached on some of its days only is in a circle, or below one.
CREATE INDEX temp.reached_unit ON reached (unit, days);
DROP TABLE IF EXISTS temp.unreached;
CREATE TEMP TABLE unreached (unit INTEGER PRIMARY KEY) STRICT;
INSERT INTO unreached
SELECT p.unit FROM unit_place p
WHERE p.place = p.unit AND NOT EXISTS (SELECT 1 FROM unit_fault)
GROUP BY p.unit
HAVING sum(p.until_day - p.from_day) > coalesce((SELECT sum(r.days) FROM reached r WHERE r.unit = p.unit), 0);
INSERT OR IGNORE INTO unit_fault
SELECT s.version, 'circle', NULL, NULL FROM suspect s JOIN unreached USING (unit);
INSERT OR IGNORE INTO unit_fault
SELECT s.version, 'circle', NULL, NULL
FROM suspect s JOIN unit m ON m.id = s.unit JOIN unreached r ON r.unit = m.merged_into
WHERE NOT EXISTS (SELECT 1 FROM unit_fault);
-- Whatever else it may be: the file did it.
INSERT OR IGNORE INTO unit_fault
SELECT s.version, 'circle', NULL, NULL FROM suspect s
WHERE NOT EXISTS (SELECT 1 FROM unit_fault)
  AND (EXISTS (SELECT 1 FROM unreached) OR EXISTS (SELECT 1 FROM root_gap));
