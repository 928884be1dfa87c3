-- The scope month by month from :from to :to: admissions so far, and how many the plan expects by
-- then. The month of :as_of ends on that day; later months have no admissions.
WITH RECURSIVE
months (first, last) AS (
  SELECT :from, min(:to, period_start(period_start(:from, 'month') + 31, 'month') - 1)
  UNION ALL
  SELECT last + 1, min(:to, period_start(last + 32, 'month') - 1) FROM months WHERE last < :to
),
days AS (
  SELECT first, CASE WHEN :as_of BETWEEN first AND last THEN :as_of ELSE last END AS day FROM months
),
{{terms :from :to}}
SELECT period_label(d.first, 'month') AS month, d.day AS "to",
  CASE WHEN d.first <= :as_of THEN t.admissions - e.admissions END AS admitted,
  rounded(p.target * (d.day - :from + 1), :to - :from + 1) AS expected
FROM term p, totals(:counted, :from - 1, :tree) e, days d JOIN totals(:counted, d.day, :tree) t
ORDER BY d.first;
