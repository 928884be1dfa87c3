-- A unit by its code.
SELECT id, code FROM unit WHERE code = ?1;
