-- The last import of a file with the same bytes that was not undone.
SELECT id, strftime('%Y-%m-%d', at, 'unixepoch') FROM import
WHERE sha256 = :sha256 AND kind = :kind AND undone_at IS NULL
ORDER BY id DESC LIMIT 1;
