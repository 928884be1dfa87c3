-- The number of the next import. Numbers are never used again.
SELECT coalesce(max(id), 0) + 1 FROM import;
