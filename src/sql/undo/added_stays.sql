-- Deletes the stays that import :import added.
DELETE FROM stay WHERE (member, joined_on) IN (
  SELECT a, b FROM journal WHERE import = :import AND what = 5 AND was IS NULL);
