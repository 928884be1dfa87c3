-- The last import that changed something and was not undone.
SELECT id, file, kind, first_load, read, added, updated FROM import
WHERE undone_at IS NULL AND added + updated > 0
ORDER BY id DESC LIMIT 1;
