-- The scope on one line, on :as_of: organisations that are open, members, population, and the plan.
WITH RECURSIVE
below (unit, kind, opened_on, closed_on) AS (
  SELECT id, kind, opened_on, closed_on FROM unit WHERE id = :unit
  UNION ALL
  SELECT u.id, u.kind, u.opened_on, u.closed_on FROM below b JOIN unit u ON u.parent = b.unit
),
organisations AS (
  SELECT count(*) FILTER (WHERE kind IN (2, 3, 4)) AS grassroots,
    count(*) FILTER (WHERE kind = 2) AS communes,
    count(*) FILTER (WHERE kind = 3) AS committees,
    count(*) FILTER (WHERE kind = 4) AS base_cells,
    count(*) FILTER (WHERE kind = 6) AS cells
  FROM below
  WHERE (opened_on IS NULL OR opened_on <= :as_of) AND (closed_on IS NULL OR :as_of < closed_on)
),
stays AS (
  SELECT s.joined_on, s.joined_by, s.official_on, s.left_on IS NULL OR :as_of < s.left_on AS covers
  FROM below b JOIN stay s ON s.unit = b.unit
  WHERE s.joined_on <= :as_of
),
people AS (
  SELECT count(*) FILTER (WHERE covers) AS members,
    count(*) FILTER (WHERE covers AND official_on <= :as_of) AS official,
    count(*) FILTER (WHERE joined_on >= :plan_from AND joined_on <= :plan_to AND joined_by IN (1, 2))
      AS admitted
  FROM stays
),
term AS (
  SELECT max(target) FILTER (WHERE unit = :unit) AS target,
    coalesce(max(ratio) FILTER (WHERE unit = :unit), max(ratio) FILTER (WHERE unit <> :unit)) AS ratio
  FROM plan_row
  WHERE code = :plan AND from_on = :plan_from AND to_on = :plan_to
    AND unit IN (:unit, (SELECT id FROM unit WHERE parent IS NULL))
),
figures AS (
  SELECT o.*, members, official, CASE WHEN :plan IS NOT NULL THEN admitted END AS admitted, t.*,
    population(:unit, :as_of) AS population
  FROM organisations o, people, term t
)
SELECT :as_of AS as_of, u.code AS unit, u.name AS name,
  grassroots, communes, committees, base_cells, cells,
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
