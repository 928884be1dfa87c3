-- The figures for the sentences below the forecast: members now, population, the plan's target and
-- ratio, how many admissions are left, how many members the ratio needs, and the days left.
WITH
term AS (
  SELECT max(target) FILTER (WHERE unit = :unit) AS target,
    coalesce(max(ratio) FILTER (WHERE unit = :unit), max(ratio) FILTER (WHERE unit <> :unit)) AS ratio
  FROM plan_row
  WHERE code = :plan AND from_on = :plan_from AND to_on = :plan_to
    AND unit IN (:unit, (SELECT id FROM unit WHERE parent IS NULL))
),
flow AS (
  SELECT n.admissions - e.admissions AS admitted
  FROM totals(:unit, :plan_from - 1) e, totals(:unit, max(:plan_from - 1, min(:plan_to, :as_of))) n
)
SELECT members, population(:unit, :as_of), target, max(target - flow.admitted, 0), ratio,
  max(rounded_up(population(:unit, :as_of) * ratio, 1000000) - members, 0),
  max(:plan_to - max(:as_of, :plan_from - 1), 0)
FROM term, flow, totals(:unit, :as_of);
