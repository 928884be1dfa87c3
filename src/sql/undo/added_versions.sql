-- Takes away the versions of units that import :import added.
DELETE FROM unit_version WHERE (unit, since) IN (
  SELECT a, b FROM journal WHERE import = :import AND what = 6 AND was IS NULL);
