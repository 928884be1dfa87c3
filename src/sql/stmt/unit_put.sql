-- Stores the accepted units of the file, without their parents: these are set when all units exist.
INSERT INTO unit (code, name, name_key, kind, opened_on, closed_on)
SELECT code, name, name_key, kind, opened_on, closed_on FROM incoming_unit
WHERE NOT refused AND changed
ORDER BY code
ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,
  kind = excluded.kind, opened_on = excluded.opened_on, closed_on = excluded.closed_on;
