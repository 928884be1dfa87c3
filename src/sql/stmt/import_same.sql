-- The last import of a file with the same bytes that was not undone; of a workbook, of the same sheet.
-- :sheet is "[NAME]", or empty for a text file.
SELECT id, strftime('%Y-%m-%d', at, 'unixepoch') FROM import
WHERE sha256 = :sha256 AND kind = :kind AND undone_at IS NULL
  AND (:sheet = '' OR substr(file, -length(:sheet)) = :sheet)
ORDER BY id DESC LIMIT 1;
