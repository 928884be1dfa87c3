-- The unit that has none above it.
SELECT id, code FROM unit WHERE parent IS NULL;
