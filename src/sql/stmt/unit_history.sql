-- Rows that change the kind or the parent of a stored version: the unit, the days before :today on which
-- that held, what to write instead, and the column at fault with what the file has in it.
SELECT i.id, n.unit, v.from_day, min(v.until_day, :today),
  i.code, i.name, i.kind, coalesce(i.parent_code, ''),
  CASE WHEN i.kind <> v.kind THEN 'kind' ELSE 'parent' END,
  CASE WHEN i.kind <> v.kind THEN NULL ELSE i.parent END
FROM incoming_version i JOIN incoming_unit n USING (code) JOIN unit_version v ON v.unit = n.unit AND v.since = i.since
  LEFT JOIN unit p ON p.id = v.parent
WHERE NOT i.refused AND (i.kind <> v.kind OR i.parent_code IS NOT p.code)
ORDER BY i.line;
