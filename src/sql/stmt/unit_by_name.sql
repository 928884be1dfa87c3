-- Units by their name as it is matched (fold); three are enough to say that it is not one.
SELECT id, code FROM unit WHERE name_key = ?1 ORDER BY code LIMIT 3;
