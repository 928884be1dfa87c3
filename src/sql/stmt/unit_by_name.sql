-- Units by a name that they have on any day, as it is matched (fold); three are enough to say that it is
-- not one.
SELECT DISTINCT u.id, u.code FROM unit_version v JOIN unit u ON u.id = v.unit
WHERE v.name_key = ?1
ORDER BY u.code LIMIT 3;
