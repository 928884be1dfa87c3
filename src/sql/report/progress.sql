-- Admissions from :from to :as_of (not after :to) against the target of exactly this period, for the
-- scope and each listed unit that was open in it and has a target, or all of those.
WITH
days AS (
  SELECT :to - :from + 1 AS total, max(0, min(:as_of, :to) - :from + 1) AS elapsed
),
{{terms :from :to}},
-- The cast lets SQLite look units up instead of reading all rows for each.
targets AS MATERIALIZED (
  SELECT CAST(unit AS INTEGER) AS unit, target FROM plan_row
  WHERE code = :plan AND from_on = :from AND to_on = :to
),
chosen AS (
  SELECT l.*, CASE l.level WHEN 0 THEN (SELECT target FROM term) ELSE p.target END AS target
  FROM listed l LEFT JOIN targets p ON p.unit = l.unit
),
figures AS (
  SELECT c.place, c.level, c.code AS unit, c.name, c.kind, c.target, c.closes <= :as_of AS closed,
    n.admissions - e.admissions AS admitted,
    d.total, d.elapsed, rounded(c.target * d.elapsed, d.total) AS expected
  FROM days d, chosen c
    JOIN totals(c.counted, :from - 1, :tree) e JOIN totals(c.counted, :from - 1 + d.elapsed, :tree) n
  WHERE c.level = 0
    OR ((c.target IS NOT NULL OR :all) AND max(:from, c.opens) < min(:to + 1, c.closes))
)
SELECT level, unit, name, kind, target, admitted,
  percent(admitted, target) AS progress_percent,
  max(target - admitted, 0) AS remaining,
  percent(elapsed, total) AS elapsed_percent,
  expected,
  -- a month is 365.2425 / 12 days
  CASE WHEN NOT closed THEN fraction(admitted * 3652425, elapsed * 120000) END AS pace_per_month,
  CASE WHEN NOT closed THEN fraction(max(target - admitted, 0) * 3652425, (total - elapsed) * 120000)
    END AS needed_per_month,
  CASE WHEN NOT closed THEN rounded(admitted * total, elapsed) END AS projected,
  CASE
    WHEN target IS NULL THEN NULL
    WHEN :as_of < :from THEN word('progress_status', 'not_started')
    WHEN admitted >= target THEN word('progress_status', 'done')
    WHEN closed THEN word('progress_status', 'closed')
    WHEN :as_of > :to THEN word('progress_status', 'missed')
    WHEN admitted >= expected THEN word('progress_status', 'on_track')
    ELSE word('progress_status', 'behind')
  END AS status
FROM figures
ORDER BY place;
