-- The units whose totals are to be kept: 0, which is the root of each day, and the districts and provinces
-- that stood below a root on some day, as long as they follow on each other: they stand above the grassroots
-- and are few. Not more than $1 of them below each other.
WITH RECURSIVE tree (unit, depth) AS (
  SELECT DISTINCT unit, 0 FROM unit_place WHERE above = 0 AND place = unit
  UNION
  SELECT p.unit, t.depth + 1
  FROM tree t JOIN unit_place p ON p.above = t.unit AND p.place = p.unit
  WHERE t.depth < $1 AND EXISTS (SELECT 1 FROM unit_version v WHERE v.unit = p.unit
    AND v.kind IN (word('unit_kind', 'province'), word('unit_kind', 'district')))
),
choice (unit) AS (
  SELECT 0 WHERE EXISTS (SELECT 1 FROM unit)
  UNION
  SELECT unit FROM tree WHERE depth > 0
)
