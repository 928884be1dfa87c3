-- Units by their name as it is matched (fold); at most three, which is enough to know that the name
-- is ambiguous.
SELECT id, code FROM unit WHERE name_key = ?1 ORDER BY code LIMIT 3;
