-- The figures for the sentences below the forecast: members now, population, the plan's target and
-- ratio, how many admissions are left, how many members the ratio needs, and the days left.
WITH
{{terms :plan_from :plan_to}},
flow AS (
  SELECT n.admissions - e.admissions AS admitted
  FROM totals(:counted, :plan_from - 1, :tree) e, totals(:counted, max(:plan_from - 1, min(:plan_to, :as_of)), :tree) n
)
SELECT members, population(:counted, :as_of, :tree), target, max(target - flow.admitted, 0), ratio,
  max(rounded_up(population(:counted, :as_of, :tree) * ratio, 1000000) - members, 0),
  max(:plan_to - max(:as_of, :plan_from - 1), 0)
FROM term, flow, totals(:counted, :as_of, :tree);
