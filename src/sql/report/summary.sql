-- The scope on one line, on :as_of: organisations that are open, members, population, and the plan.
WITH RECURSIVE
below (unit) AS (
  VALUES (:unit)
  UNION ALL
  SELECT u.id FROM below b JOIN unit u ON u.parent = b.unit
),
organisations AS (
  SELECT count(*) FILTER (WHERE kind = 2) AS communes,
    count(*) FILTER (WHERE kind = 3) AS committees,
    count(*) FILTER (WHERE kind = 4) AS base_cells,
    count(*) FILTER (WHERE kind = 6) AS cells
  FROM below b JOIN unit u ON u.id = b.unit
  WHERE (opened_on IS NULL OR opened_on <= :as_of) AND (closed_on IS NULL OR :as_of < closed_on)
),
people AS (
  SELECT count(*) AS members, count(*) FILTER (WHERE s.official_on <= :as_of) AS official
  FROM below b JOIN stay s ON s.unit = b.unit
  WHERE s.joined_on <= :as_of AND (s.left_on IS NULL OR :as_of < s.left_on)
),
-- The target of the scope's own row; its ratio, else the root's.
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
  SELECT *, population(:unit, :as_of) AS population,
    CASE WHEN :plan IS NOT NULL THEN (
      SELECT count(*) FROM below b JOIN stay s ON s.unit = b.unit
      WHERE s.joined_by IN (1, 2) AND s.joined_on BETWEEN :plan_from AND min(:plan_to, :as_of)
    ) END AS admitted
  FROM organisations, people, term
)
SELECT :as_of AS as_of, u.code AS unit, u.name AS name,
  communes + committees + base_cells AS grassroots, communes, committees, base_cells, cells,
  members, official, members - official AS probationary,
  population, population_as_of(:unit, :as_of) AS population_as_of,
  percent(members, population) AS ratio_percent,
  :plan AS plan, :plan_from AS plan_from, :plan_to AS plan_to,
  target, admitted, percent(admitted, target) AS progress_percent,
  max(target - admitted, 0) AS remaining,
  fraction(ratio, 10000) AS ratio_target_percent,
  rounded_up(population * ratio, 1000000) AS members_at_target,
  max(rounded_up(population * ratio, 1000000) - members, 0) AS net_needed
FROM figures, unit u
WHERE u.id = :unit;
