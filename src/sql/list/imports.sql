-- The imports made so far.
SELECT id, strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch') AS at, readable(file) AS file, kind, sha256, read, added, updated,
  unchanged, rejected, skipped,
  strftime('%Y-%m-%dT%H:%M:%SZ', undone_at, 'unixepoch') AS undone
FROM import
ORDER BY id;
