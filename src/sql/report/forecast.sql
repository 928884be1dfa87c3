-- The scope at the end of the plan with the population of :as_of: the plan completed without losses,
-- with losses at the rate of the plan's period so far, and everything at that rate. Losses are
-- decreases, but for changes of the tree, less transfers in, moves in and restorations.
WITH
days AS (
  SELECT max(0, min(:as_of, :plan_to) - :plan_from + 1) AS elapsed,
    :plan_to - max(:as_of, :plan_from - 1) AS "left"
),
-- What the plan's period so far brought and took.
flow AS (
  SELECT n.admissions - e.admissions AS admitted,
    n.gone - n.reorganised_out - n.transferred_in - n.moved_in - n.restored
      - (e.gone - e.reorganised_out - e.transferred_in - e.moved_in - e.restored) AS losses
  FROM days d JOIN totals(:counted, :plan_from - 1, :tree) e
    JOIN totals(:counted, :plan_from - 1 + d.elapsed, :tree) n
),
{{terms :plan_from :plan_to}},
rates AS (
  SELECT p.members AS present, max(t.target - f.admitted, 0) AS remaining, t.ratio,
    rounded(f.admitted * max(d."left", 0), d.elapsed) AS pace,
    rounded(f.losses * max(d."left", 0), d.elapsed) AS losses,
    population(:counted, :as_of, :tree) AS population
  FROM days d, totals(:counted, :as_of, :tree) p, flow f, term t
),
scenarios AS (
  SELECT word('scenario', 'plan_completed') AS scenario, remaining AS admissions, 0 AS losses, rates.* FROM rates
  UNION ALL SELECT word('scenario', 'plan_with_losses'), CASE WHEN losses IS NOT NULL THEN remaining END, losses, rates.* FROM rates
  UNION ALL SELECT word('scenario', 'current_pace'), pace, losses, rates.* FROM rates
),
figures AS (
  SELECT scenario, admissions, losses, present + admissions - losses AS members, population, ratio
  FROM scenarios
)
SELECT scenario, admissions, losses, members, population,
  percent(members, population) AS ratio_percent,
  fraction(ratio, 10000) AS target_percent,
  gap_points(members, population, ratio) AS gap_points,
  max(rounded_up(population * ratio, 1000000) - members, 0) AS members_needed
FROM figures
ORDER BY scenario;
