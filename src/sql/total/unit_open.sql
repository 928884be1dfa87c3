-- The days on which the unit ?1 is open.
SELECT opens, closes FROM unit WHERE id = ?1;
