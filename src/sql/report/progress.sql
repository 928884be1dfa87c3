-- Admissions from :from to :as_of (at most to :to), and the target of exactly this period. For the
-- scope and each listed unit that was open in the period and has a target; with :all for those
-- without a target too.
WITH
days AS (
  SELECT :to - :from + 1 AS total, max(0, min(:as_of, :to) - :from + 1) AS elapsed
),
-- With the cast SQLite looks each unit up instead of reading all rows.
targets AS MATERIALIZED (
  SELECT CAST(unit AS INTEGER) AS unit, target FROM plan_row
  WHERE code = :plan AND from_on = :from AND to_on = :to
),
figures AS (
  SELECT l.place, l.level, u.code AS unit, u.name, u.kind, p.target,
    n.admissions - e.admissions AS admitted,
    d.total, d.elapsed, rounded(p.target * d.elapsed, d.total) AS expected
  FROM days d, listed l JOIN unit u ON u.id = l.unit
    LEFT JOIN targets p ON p.unit = u.id
    JOIN totals(l.unit, :from - 1) e JOIN totals(l.unit, :from - 1 + d.elapsed) n
  WHERE l.level = 0
    OR ((p.target IS NOT NULL OR :all)
      AND (u.opened_on IS NULL OR u.opened_on <= :to)
      AND (u.closed_on IS NULL OR max(:from, coalesce(u.opened_on, :from)) < u.closed_on))
)
SELECT level, unit, name, kind, target, admitted,
  percent(admitted, target) AS progress_percent,
  max(target - admitted, 0) AS remaining,
  percent(elapsed, total) AS elapsed_percent,
  expected,
  -- a month is 365.2425 / 12 days
  fraction(admitted * 3652425, elapsed * 120000) AS pace_per_month,
  fraction(max(target - admitted, 0) * 3652425, (total - elapsed) * 120000) AS needed_per_month,
  rounded(admitted * total, elapsed) AS projected,
  CASE
    WHEN target IS NULL THEN NULL
    WHEN :as_of < :from THEN word('progress_status', 'not_started')
    WHEN admitted >= target THEN word('progress_status', 'done')
    WHEN :as_of > :to THEN word('progress_status', 'missed')
    WHEN admitted >= expected THEN word('progress_status', 'on_track')
    ELSE word('progress_status', 'behind')
  END AS status
FROM figures
ORDER BY place;
