-- A unit and those below it; with ?2 not those that are, or are below, another unit whose totals are kept.
WITH RECURSIVE area (unit) AS (
  VALUES (?1)
  UNION ALL
  SELECT u.id FROM area a JOIN unit u ON u.parent = a.unit
  WHERE NOT (?2 AND EXISTS (SELECT 1 FROM total_unit t WHERE t.unit = u.id))
)
SELECT u.id, u.kind, u.opened_on, u.closed_on FROM area a JOIN unit u ON u.id = a.unit;
