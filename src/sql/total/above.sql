-- The units with kept totals in which a unit is counted, from the lowest one upwards.
WITH RECURSIVE up (unit, step) AS (
  VALUES (?1, 0)
  UNION ALL
  SELECT u.parent, up.step + 1 FROM up JOIN unit u ON u.id = up.unit WHERE u.parent IS NOT NULL
)
SELECT up.unit FROM up JOIN total_unit t ON t.unit = up.unit ORDER BY up.step;
