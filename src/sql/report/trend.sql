-- The scope over the calendar periods from :from to :to, cut to these days. A move inside the scope is
-- no movement, as in the movement report.
WITH RECURSIVE
-- The most days that a period can have. So many days after the first day of any period it is the
-- next period.
longest (days) AS (
  SELECT CASE :every WHEN 'month' THEN 31 WHEN 'quarter' THEN 92 ELSE 366 END
),
periods (first, last) AS (
  SELECT :from, min(:to, period_start(period_start(:from, :every) + days, :every) - 1) FROM longest
  UNION ALL
  SELECT last + 1, min(:to, period_start(last + 1 + days, :every) - 1) FROM periods, longest
  WHERE last < :to
),
figures AS (
  SELECT first, last, o.members AS opening, c.members AS closing,
    c.joined - o.joined AS increase, c.gone - o.gone AS decrease,
    c.admissions - o.admissions AS admitted,
    population(:counted, last, :tree) AS population
  FROM periods p JOIN totals(:counted, p.first - 1, :tree) o JOIN totals(:counted, p.last, :tree) c
)
SELECT period_label(first, :every) AS period, first AS "from", last AS "to",
  opening, increase, decrease, closing, admitted, population,
  percent(closing, population) AS ratio_percent
FROM figures
ORDER BY first;
