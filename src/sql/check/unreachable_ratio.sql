-- Plans in force on :as_of that do not lead to their target ratio, even with all admissions made
-- and nobody lost.
WITH RECURSIVE
terms AS (
  SELECT code, unit, target, ratio, from_on, to_on FROM plan_row
  WHERE target IS NOT NULL AND ratio IS NOT NULL AND :as_of BETWEEN from_on AND to_on
),
tree (top, unit) AS (
  SELECT DISTINCT unit, unit FROM terms
  UNION ALL
  SELECT t.top, u.id FROM tree t JOIN unit u ON u.parent = t.unit
),
figures AS (
  SELECT p.*, population(p.unit, :as_of) AS population,
    count(*) FILTER (WHERE {{member_on s :as_of}}) AS members,
    count(*) FILTER (WHERE {{admission s}} AND s.joined_on BETWEEN p.from_on AND :as_of) AS admitted
  FROM terms p JOIN tree t ON t.top = p.unit LEFT JOIN stay s ON s.unit = t.unit
  GROUP BY p.code, p.unit, p.from_on, p.to_on
)
SELECT u.code AS unit, NULL AS member, f.code AS plan, f.target,
  percent(members + max(f.target - admitted, 0), population) AS reached,
  fraction(f.ratio, 10000) AS aim
FROM figures f JOIN unit u ON u.id = f.unit
WHERE members + max(f.target - admitted, 0) < rounded_up(population * f.ratio, 1000000)
ORDER BY u.code, f.code, f.from_on, f.to_on;
