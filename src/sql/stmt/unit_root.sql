-- The unit that has no unit above it.
SELECT id, code FROM unit WHERE parent IS NULL;
