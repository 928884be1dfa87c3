-- Tables for a WITH RECURSIVE: area, the units whose members count in the unit $1 (0: in the root of each
-- day) and the days on which they do, without a break between; on the tree of the day $2 alone, as if it
-- were that of every day, unless it is NULL.
span (unit, from_day, until_day) AS (
  SELECT unit, from_day, until_day FROM unit_place p
  WHERE unit = $1 AND place = unit AND ($2 IS NULL OR {{holds_on p $2}})
  UNION
  SELECT unit, from_day, until_day FROM unit_place p
  WHERE place = $1 AND place <> unit AND ($2 IS NULL OR {{holds_on p $2}})
  UNION
  SELECT unit, from_day, until_day FROM unit_place p
  WHERE above = 0 AND $1 = 0 AND ($2 IS NULL OR {{holds_on p $2}})
  UNION
  SELECT p.unit, max(p.from_day, s.from_day), min(p.until_day, s.until_day)
  FROM span s JOIN unit_place p ON p.above = s.unit
  WHERE p.from_day < s.until_day AND s.from_day < p.until_day AND ($2 IS NULL OR {{holds_on p $2}})
),
stretch AS (
  SELECT *, from_day <> coalesce(lag(until_day) OVER days, from_day - 1) AS begins
  FROM span WINDOW days AS (PARTITION BY unit ORDER BY from_day)
),
area (unit, from_day, until_day) AS (
  SELECT unit,
    CASE WHEN $2 IS NULL THEN min(from_day) ELSE {{first_day}} END,
    CASE WHEN $2 IS NULL THEN max(until_day) ELSE {{end_day}} END
  FROM (SELECT *, sum(begins) OVER (PARTITION BY unit ORDER BY from_day) AS island FROM stretch)
  GROUP BY unit, island
)
