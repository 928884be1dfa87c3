-- The scope on one line, on :as_of: organisations that are open, members, population, and the plan.
WITH
-- The days before and at the end of the plan's period so far; the same when it has not begun.
days AS (
  SELECT :plan_from - 1 AS eve, max(:plan_from - 1, min(:plan_to, :as_of)) AS last
),
{{terms :plan_from :plan_to}},
figures AS MATERIALIZED (
  SELECT t.*, term.target, term.ratio, population(:counted, :as_of, :tree) AS population,
    (SELECT l.admissions - e.admissions
      FROM days, totals(:counted, days.last, :tree) l, totals(:counted, days.eve, :tree) e) AS plan_admitted
  FROM totals(:counted, :as_of, :tree) t, term
)
SELECT :as_of AS as_of, u.code AS unit, v.name AS name,
  communes + committees + base_cells AS grassroots, communes, committees, base_cells, cells,
  members, official, members - official AS probationary,
  population, population_as_of(:counted, :as_of, :tree) AS population_as_of,
  percent(members, population) AS ratio_percent,
  :plan AS plan, :plan_from AS plan_from, :plan_to AS plan_to,
  target, plan_admitted AS admitted, percent(plan_admitted, target) AS progress_percent,
  max(target - plan_admitted, 0) AS remaining,
  fraction(ratio, 10000) AS ratio_target_percent,
  rounded_up(population * ratio, 1000000) AS members_at_target,
  max(rounded_up(population * ratio, 1000000) - members, 0) AS net_needed,
  superiors
FROM figures, unit u JOIN unit_version v ON v.unit = u.id AND {{holds_on v :shown}}
WHERE u.id = :unit;
