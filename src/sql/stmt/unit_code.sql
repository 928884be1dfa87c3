-- The code of a unit.
SELECT code FROM unit WHERE id = ?1;
