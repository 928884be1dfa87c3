-- The scope in one row, on :as_of: open organisations, members, population, and the plan.
WITH
-- The eve and the last day of the plan's period so far; the same day when it has not begun.
days AS (
  SELECT :plan_from - 1 AS eve, max(:plan_from - 1, min(:plan_to, :as_of)) AS last
),
-- The target is that of the scope's own row; the ratio too, or else that of the root.
term AS (
  SELECT max(target) FILTER (WHERE own) AS target,
    coalesce(max(ratio) FILTER (WHERE own), max(ratio)) AS ratio
  FROM (
    SELECT p.target, p.ratio, coalesce(p.unit, root.id) = :unit AS own
    FROM unit root JOIN plan p ON p.unit IN (:unit, root.id) OR p.unit IS NULL
    WHERE root.parent IS NULL AND p.code = :plan AND p.from_on = :plan_from AND p.to_on = :plan_to
  )
),
figures AS MATERIALIZED (
  SELECT t.*, term.target, term.ratio, population(:unit, :as_of) AS population,
    (SELECT l.admissions - e.admissions
      FROM days, totals(:unit, days.last) l, totals(:unit, days.eve) e) AS plan_admitted
  FROM totals(:unit, :as_of) t, term
)
SELECT :as_of AS as_of, u.code AS unit, u.name AS name,
  communes + committees + base_cells AS grassroots, communes, committees, base_cells, cells,
  members, official, members - official AS probationary,
  population, population_as_of(:unit, :as_of) AS population_as_of,
  percent(members, population) AS ratio_percent,
  :plan AS plan, :plan_from AS plan_from, :plan_to AS plan_to,
  target, plan_admitted AS admitted, percent(plan_admitted, target) AS progress_percent,
  max(target - plan_admitted, 0) AS remaining,
  fraction(ratio, 10000) AS ratio_target_percent,
  rounded_up(population * ratio, 1000000) AS members_at_target,
  max(rounded_up(population * ratio, 1000000) - members, 0) AS net_needed
FROM figures, unit u
WHERE u.id = :unit;
