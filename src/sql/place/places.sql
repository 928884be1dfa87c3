-- Works out where the members of each unit count and what stands above that (unit_place), into a table of
-- its own.
DROP TABLE IF EXISTS temp.standing;
DROP TABLE IF EXISTS temp.root_stretch;
DROP TABLE IF EXISTS temp.place_cut;
DROP TABLE IF EXISTS temp.place_now;

-- Mergers: a unit is its own place until it is merged, then that of what it was merged into, and so on.
CREATE TEMP TABLE standing (
  unit INTEGER NOT NULL, from_day INTEGER NOT NULL, until_day INTEGER NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (unit, from_day)) STRICT, WITHOUT ROWID;
INSERT INTO standing
WITH RECURSIVE chain (unit, from_day, until_day, place, merged_into) AS (
  SELECT id, {{first_day}}, CASE WHEN merged_into IS NULL THEN {{end_day}} ELSE closed_on END, id, merged_into
  FROM unit
  UNION ALL
  SELECT c.unit, c.until_day, CASE WHEN u.merged_into IS NULL THEN {{end_day}} ELSE u.closed_on END, u.id,
    u.merged_into
  FROM chain c JOIN unit u ON u.id = c.merged_into
)
SELECT unit, from_day, until_day, place FROM chain;

-- Which unit is the root on which days: an open one with none above it. It stays the root until the next
-- one is, and the first is it before it opens.
CREATE TEMP TABLE root_stretch (
  unit INTEGER NOT NULL, from_day INTEGER NOT NULL, until_day INTEGER NOT NULL) STRICT;
INSERT INTO root_stretch
SELECT unit, CASE WHEN lag(unit) OVER line IS NULL THEN {{first_day}} ELSE from_day END,
  coalesce(lead(from_day) OVER line, {{end_day}})
FROM (
  SELECT v.unit, max(v.from_day, u.opens) AS from_day
  FROM unit_version v JOIN unit u ON u.id = v.unit
  WHERE v.parent IS NULL AND max(v.from_day, u.opens) < min(v.until_day, u.closes)
)
WINDOW line AS (ORDER BY from_day);

CREATE TEMP TABLE place_cut (
  unit INTEGER NOT NULL, from_day INTEGER NOT NULL, until_day INTEGER NOT NULL, place INTEGER NOT NULL,
  above INTEGER, PRIMARY KEY (unit, from_day)) STRICT, WITHOUT ROWID;
-- Below a parent: the place of that.
INSERT INTO place_cut
SELECT s.unit, max(s.from_day, v.from_day, a.from_day) AS first, min(s.until_day, v.until_day, a.until_day),
  s.place, a.place
FROM standing s
  JOIN unit_version v ON v.unit = s.place AND v.from_day < s.until_day AND s.from_day < v.until_day
  JOIN standing a ON a.unit = v.parent
    AND a.from_day < min(s.until_day, v.until_day) AND max(s.from_day, v.from_day) < a.until_day;
-- Below none, on the days of a root …
INSERT INTO place_cut
SELECT s.unit, max(s.from_day, v.from_day, r.from_day), min(s.until_day, v.until_day, r.until_day),
  s.place, 0
FROM root_stretch r JOIN standing s ON s.place = r.unit
  JOIN unit_version v ON v.unit = s.place AND v.from_day < s.until_day AND s.from_day < v.until_day
WHERE v.parent IS NULL
  AND max(s.from_day, v.from_day, r.from_day) < min(s.until_day, v.until_day, r.until_day);
-- … and on the others.
INSERT INTO place_cut
SELECT unit, from_day, until_day, place, NULL FROM (
  SELECT c.unit, c.place, c.day AS from_day, c.root,
    coalesce(lead(c.day) OVER (PARTITION BY c.unit, c.first ORDER BY c.day), c.until_day) AS until_day
  FROM (
    SELECT n.unit, n.place, n.first, n.until_day, max(n.first, coalesce(e.day, n.first)) AS day,
      max(coalesce(e.root, 0)) AS root
    FROM (
      SELECT s.unit, s.place, max(s.from_day, v.from_day) AS first, min(s.until_day, v.until_day) AS until_day
      FROM unit_version v JOIN standing s ON s.place = v.unit
      WHERE v.parent IS NULL AND v.from_day < s.until_day AND s.from_day < v.until_day
    ) n LEFT JOIN (
      SELECT unit, from_day AS day, 1 AS root, from_day, until_day FROM root_stretch
      UNION ALL SELECT unit, until_day, 0, from_day, until_day FROM root_stretch
      UNION ALL SELECT id, {{first_day}}, 0, {{first_day}}, {{end_day}} FROM unit
    ) e ON e.unit = n.place AND e.from_day < n.until_day AND n.first < e.until_day AND e.day < n.until_day
    GROUP BY n.unit, n.first, day
  ) c
) WHERE NOT root AND from_day < until_day;

-- Stretches that follow on each other are one.
CREATE TEMP TABLE place_now (
  unit INTEGER NOT NULL, from_day INTEGER NOT NULL, until_day INTEGER NOT NULL, place INTEGER NOT NULL,
  above INTEGER, PRIMARY KEY (unit, from_day)) STRICT, WITHOUT ROWID;
INSERT INTO place_now
SELECT unit, min(from_day), max(until_day), place, above FROM (
  SELECT *, sum(begins) OVER (PARTITION BY unit ORDER BY from_day) AS island FROM (
    SELECT *, lag(place) OVER line IS NOT place OR lag(above) OVER line IS NOT above
      OR lag(until_day) OVER line IS NOT from_day AS begins
    FROM place_cut WINDOW line AS (PARTITION BY unit ORDER BY from_day)))
GROUP BY unit, island
ORDER BY 1, 2;
