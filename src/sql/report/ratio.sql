-- Members per population on :as_of for each listed unit that is open, against the ratio planned for it
-- or else for the root.
WITH
{{terms :plan_from :plan_to}},
-- The cast lets SQLite look units up instead of reading all rows for each.
own_term AS MATERIALIZED (
  SELECT CAST(unit AS INTEGER) AS unit, ratio FROM plan_row
  WHERE code = :plan AND from_on = :plan_from AND to_on = :plan_to
),
figures AS (
  SELECT l.*, n.members, population(l.counted, :as_of, :tree) AS population,
    population_as_of(l.counted, :as_of, :tree) AS population_as_of,
    CASE l.level WHEN 0 THEN (SELECT ratio FROM term)
      ELSE coalesce(t.ratio, (SELECT ratio FROM root_term)) END AS target
  FROM listed l JOIN totals(l.counted, :as_of, :tree) n LEFT JOIN own_term t ON t.unit = l.unit
  WHERE l.level = 0 OR {{open_on l :as_of}}
)
SELECT level, code AS unit, name, kind, members, population, population_as_of,
  percent(members, population) AS ratio_percent,
  fraction(target, 10000) AS target_percent,
  gap_points(members, population, target) AS gap_points,
  max(rounded_up(population * target, 1000000) - members, 0) AS members_needed
FROM figures
ORDER BY place;
