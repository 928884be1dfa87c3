-- Deletes the units that import :import added.
DELETE FROM unit WHERE id IN (
  SELECT a FROM journal WHERE import = :import AND what = 1 AND was IS NULL);
