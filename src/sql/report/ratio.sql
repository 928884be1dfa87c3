-- Members per population on :as_of of each listed unit that is open, and the target ratio of the
-- unit, or else of the root.
WITH
-- With the cast SQLite looks each unit up instead of reading all rows.
term AS MATERIALIZED (
  SELECT CAST(unit AS INTEGER) AS unit, ratio FROM plan_row
  WHERE code = :plan AND from_on = :plan_from AND to_on = :plan_to
),
figures AS (
  SELECT l.place, l.level, u.code AS unit, u.name, u.kind, n.members,
    population(u.id, :as_of) AS population, population_as_of(u.id, :as_of) AS population_as_of,
    coalesce(t.ratio,
      (SELECT ratio FROM term WHERE unit = (SELECT id FROM unit WHERE parent IS NULL))) AS target
  FROM listed l JOIN unit u ON u.id = l.unit JOIN totals(l.unit, :as_of) n
    LEFT JOIN term t ON t.unit = u.id
  WHERE l.level = 0
    OR ({{open_on u :as_of}})
)
SELECT level, unit, name, kind, members, population, population_as_of,
  percent(members, population) AS ratio_percent,
  fraction(target, 10000) AS target_percent,
  gap_points(members, population, target) AS gap_points,
  max(rounded_up(population * target, 1000000) - members, 0) AS members_needed
FROM figures
ORDER BY place;
