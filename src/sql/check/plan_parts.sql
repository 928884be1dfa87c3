-- Plans with parts that cover each day of the term and all have a target, but do not sum to the
-- target of the term.
WITH wholes AS (
  SELECT code, unit, from_on, to_on, target, row_number()
    OVER (PARTITION BY code, unit ORDER BY to_on - from_on DESC, from_on) AS place
  FROM plan_row
),
parts AS (
  SELECT w.code, w.unit, w.target, sum(p.target) AS sum, sum(p.to_on - p.from_on + 1) AS days,
    w.to_on - w.from_on + 1 AS term
  FROM wholes w JOIN plan_row p ON p.code = w.code AND p.unit = w.unit
    AND p.from_on >= w.from_on AND p.to_on <= w.to_on AND p.to_on - p.from_on < w.to_on - w.from_on
  WHERE w.place = 1 AND w.target IS NOT NULL
  GROUP BY w.code, w.unit
  HAVING count(*) = count(p.target)
)
SELECT u.code AS unit, NULL AS member, p.code AS plan, p.sum, p.target
FROM parts p JOIN unit u ON u.id = p.unit
WHERE p.sum <> p.target AND (p.days = p.term OR p.sum > p.target)
ORDER BY u.code, p.code;
