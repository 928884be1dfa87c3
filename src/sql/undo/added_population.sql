-- Deletes the population rows that import :import added.
DELETE FROM population WHERE (unit, as_of) IN (
  SELECT a, b FROM journal WHERE import = :import AND what = 2 AND was IS NULL);
