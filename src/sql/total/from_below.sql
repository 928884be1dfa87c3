-- The units whose totals are kept, each after all of them that are below it, and how many of them are
-- above it.
WITH RECURSIVE tree (unit, depth, path) AS (
  SELECT unit, 0, printf('%016x', unit) FROM total_unit WHERE above IS NULL
  UNION ALL
  SELECT u.unit, t.depth + 1, t.path || printf('%016x', u.unit)
  FROM tree t JOIN total_unit u ON u.above = t.unit
)
SELECT unit, depth FROM tree ORDER BY path DESC;
