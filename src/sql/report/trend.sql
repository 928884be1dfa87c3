-- The scope over the calendar periods from :from to :to, cut to these days. A move inside the scope is
-- no movement, as in the movement report.
WITH RECURSIVE
-- The days of the longest period lead from the first day of any into the next one.
longest (days) AS (
  SELECT CASE :every WHEN 'month' THEN 31 WHEN 'quarter' THEN 92 ELSE 366 END
),
periods (first, last) AS (
  SELECT :from, min(:to, period_start(period_start(:from, :every) + days, :every) - 1) FROM longest
  UNION ALL
  SELECT last + 1, min(:to, period_start(last + 1 + days, :every) - 1) FROM periods, longest
  WHERE last < :to
),
joined AS (
  SELECT period_start(s.joined_on, :every) AS begins, count(*) AS n,
    count(*) FILTER (WHERE s.joined_by IN (1, 2)) AS admitted
  FROM below b JOIN stay s ON s.unit = b.unit
  WHERE s.joined_on BETWEEN :from AND :to
    AND NOT (s.joined_by = 4 AND EXISTS (
      SELECT 1 FROM stay o JOIN below x ON x.top = b.top AND x.unit = o.unit
      WHERE o.member = s.member AND o.joined_on < s.joined_on AND o.left_on = s.joined_on
        AND o.left_by = 6))
  GROUP BY 1
),
gone AS (
  SELECT period_start(s.left_on, :every) AS begins, count(*) AS n
  FROM below b JOIN stay s ON s.unit = b.unit
  WHERE s.left_on BETWEEN :from AND :to
    AND NOT (s.left_by = 6 AND s.joined_on < s.left_on AND EXISTS (
      SELECT 1 FROM stay o JOIN below x ON x.top = b.top AND x.unit = o.unit
      WHERE o.member = s.member AND o.joined_on = s.left_on AND o.joined_by = 4))
  GROUP BY 1
),
eve AS (
  SELECT count(*) AS members FROM below b JOIN stay s ON s.unit = b.unit
  WHERE s.joined_on < :from AND (s.left_on IS NULL OR :from <= s.left_on)
),
figures AS (
  SELECT p.*, coalesce(j.n, 0) AS increase, coalesce(g.n, 0) AS decrease,
    coalesce(j.admitted, 0) AS admitted,
    e.members + sum(coalesce(j.n, 0) - coalesce(g.n, 0)) OVER (ORDER BY p.first) AS closing
  FROM eve e, periods p
    LEFT JOIN joined j ON j.begins = period_start(p.first, :every)
    LEFT JOIN gone g ON g.begins = period_start(p.first, :every)
)
SELECT period_label(first, :every) AS period, first AS "from", last AS "to",
  closing - increase + decrease AS opening, increase, decrease, closing, admitted,
  population(:unit, last) AS population,
  percent(closing, population(:unit, last)) AS ratio_percent
FROM figures
ORDER BY first;
