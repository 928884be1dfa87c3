-- Plans in force on :as_of whose admissions, all made and nobody lost, do not give the ratio they aim at.
WITH
terms AS (
  SELECT code, unit, target, ratio, from_on, to_on, CASE unit WHEN {{root_from :as_of}} THEN 0 ELSE unit END AS counted
  FROM plan_row
  WHERE target IS NOT NULL AND ratio IS NOT NULL AND :as_of BETWEEN from_on AND to_on
),
figures AS (
  SELECT p.*, population(p.counted, :as_of, NULL) AS population, n.members, n.admissions - e.admissions AS admitted
  FROM terms p JOIN totals(p.counted, :as_of, NULL) n JOIN totals(p.counted, p.from_on - 1, NULL) e
)
SELECT u.code AS unit, NULL AS member, f.code AS plan, f.target,
  percent(members + max(f.target - admitted, 0), population) AS reached,
  fraction(f.ratio, 10000) AS aim
FROM figures f JOIN unit u ON u.id = f.unit
WHERE members + max(f.target - admitted, 0) < rounded_up(population * f.ratio, 1000000)
ORDER BY u.code, f.code, f.from_on, f.to_on;
