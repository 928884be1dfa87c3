-- The number of the next import; numbers are not used again.
SELECT coalesce(max(id), 0) + 1 FROM import;
