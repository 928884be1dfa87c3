-- The last import that changed something and was not undone.
SELECT id, strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch'), file FROM import
WHERE undone_at IS NULL AND added + updated > 0
ORDER BY id DESC LIMIT 1;
