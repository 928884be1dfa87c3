-- Units whose kept totals or populations differ, on any day, from what counting gives.
SELECT u.code AS unit, NULL AS member
FROM total_unit t LEFT JOIN unit u ON u.id = t.unit
WHERE NOT totals_right(t.unit) OR NOT population_right(t.unit)
ORDER BY u.code;
