-- Puts the accepted rows of the file into their tables; links follow when all units are there.
INSERT INTO unit (code, twin_key) SELECT code, twin_key(code) FROM incoming_unit WHERE NOT stored ORDER BY code;
UPDATE incoming_unit SET unit = (SELECT u.id FROM unit u WHERE u.code = incoming_unit.code) WHERE NOT stored;

INSERT INTO journal (import, what, a, b, was)
SELECT c.import, 1, n.unit, 0, NULL FROM unit_import c, incoming_unit n
WHERE NOT n.stored AND NOT c.first_load;
INSERT INTO journal (import, what, a, b, was)
SELECT c.import, 6, n.unit, i.since, NULL
FROM unit_import c, incoming_version i JOIN incoming_unit n USING (code)
WHERE NOT i.refused AND NOT n.stored AND NOT c.first_load;

UPDATE unit SET opened_on = i.opened_on, closed_on = i.closed_on,
  merged_into = (SELECT m.id FROM unit m WHERE m.code = i.merged_code)
FROM incoming_unit i
WHERE i.unit = unit.id AND i.changed;

INSERT INTO unit_version (unit, since, name, name_key, kind, parent)
SELECT n.unit, i.since, i.name, i.name_key, i.kind, (SELECT p.id FROM unit p WHERE p.code = i.parent_code)
FROM incoming_version i JOIN incoming_unit n USING (code)
WHERE NOT i.refused AND i.changed
ORDER BY n.unit, i.since
ON CONFLICT (unit, since) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,
  kind = excluded.kind, parent = excluded.parent;
