-- Deletes the plan rows that import :import added.
DELETE FROM plan WHERE id IN (
  SELECT a FROM journal WHERE import = :import AND what = 3 AND was IS NULL);
