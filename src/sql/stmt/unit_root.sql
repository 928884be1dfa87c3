-- The root of the day ?1.
SELECT u.id, u.code FROM unit_place p JOIN unit u ON u.id = p.unit
WHERE p.above = 0 AND p.place = p.unit AND {{holds_on p ?1}};
