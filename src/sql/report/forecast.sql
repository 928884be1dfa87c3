-- The scope at the end of the plan, with the population of :as_of: when the plan is completed
-- without losses; when it is completed with losses at the rate of the plan's period so far; and
-- when everything goes on at that rate. Losses are decreases less transfers in, moves in and
-- restorations.
WITH
days AS (
  SELECT max(0, min(:as_of, :plan_to) - :plan_from + 1) AS elapsed,
    :plan_to - max(:as_of, :plan_from - 1) AS "left"
),
-- What came and went in the plan's period so far.
flow AS (
  SELECT n.admissions - e.admissions AS admitted,
    n.gone - n.joined + n.admissions - (e.gone - e.joined + e.admissions) AS losses
  FROM days d JOIN totals(:unit, :plan_from - 1) e JOIN totals(:unit, :plan_from - 1 + d.elapsed) n
),
term AS (
  SELECT max(target) FILTER (WHERE unit = :unit) AS target,
    coalesce(max(ratio) FILTER (WHERE unit = :unit), max(ratio) FILTER (WHERE unit <> :unit)) AS ratio
  FROM plan_row
  WHERE code = :plan AND from_on = :plan_from AND to_on = :plan_to
    AND unit IN (:unit, (SELECT id FROM unit WHERE parent IS NULL))
),
rates AS (
  SELECT p.members AS present, max(t.target - f.admitted, 0) AS remaining, t.ratio,
    rounded(f.admitted * max(d."left", 0), d.elapsed) AS pace,
    rounded(f.losses * max(d."left", 0), d.elapsed) AS losses,
    population(:unit, :as_of) AS population
  FROM days d, totals(:unit, :as_of) p, flow f, term t
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
