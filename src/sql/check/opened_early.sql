-- Units whose file says that they were open before what stood above them was.
SELECT u.code AS unit, NULL AS member, a.code AS above, iso(a.opens) AS opened_on
FROM unit_place p JOIN unit u ON u.id = p.unit JOIN unit a ON a.id = p.above
WHERE p.place = p.unit AND u.opens > {{first_day}}
  AND max(p.from_day, u.opens) < min(p.until_day, u.closes, a.opens)
ORDER BY u.code, a.code;
