-- Deletes the members that import :import added.
DELETE FROM member WHERE id IN (
  SELECT a FROM journal WHERE import = :import AND what = 4 AND was IS NULL);
