-- A unit and all units below it. With ?2 without those that also belong to a lower unit whose
-- totals are kept.
WITH RECURSIVE area (unit) AS (
  VALUES (?1)
  UNION ALL
  SELECT u.id FROM area a JOIN unit u ON u.parent = a.unit
  WHERE NOT (?2 AND EXISTS (SELECT 1 FROM total_unit t WHERE t.unit = u.id))
)
SELECT u.id, u.kind, u.opened_on, u.closed_on FROM area a JOIN unit u ON u.id = a.unit;
