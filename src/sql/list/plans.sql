-- All plan rows in the import format, by key. The built-in row has no unit while there is no root.
SELECT p.code AS plan, u.code AS unit, p.from_on AS "from", p.to_on AS "to", p.target,
  p.ratio AS ratio_percent, p.title
FROM plan_row p LEFT JOIN unit u ON u.id = p.unit
ORDER BY p.code, u.code, p.from_on, p.to_on;
