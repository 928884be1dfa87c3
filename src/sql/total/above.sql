-- The units whose totals are kept that the members of the unit ?1 count in, 0 among them, and the days on
-- which they do, without a break between.
WITH RECURSIVE up (top, from_day, until_day) AS (
  SELECT place, from_day, until_day FROM unit_place WHERE unit = ?1
  UNION
  SELECT p.above, max(p.from_day, up.from_day), min(p.until_day, up.until_day)
  FROM up JOIN unit_place p ON p.unit = up.top
  WHERE p.above IS NOT NULL AND p.from_day < up.until_day AND up.from_day < p.until_day
),
stretch AS (
  SELECT *, from_day <> coalesce(lag(until_day) OVER days, from_day - 1) AS begins
  FROM up JOIN total_unit t ON t.unit = up.top WINDOW days AS (PARTITION BY top ORDER BY from_day)
)
SELECT top, min(from_day), max(until_day)
FROM (SELECT *, sum(begins) OVER (PARTITION BY top ORDER BY from_day) AS island FROM stretch)
GROUP BY top, island
ORDER BY 1, 2;
