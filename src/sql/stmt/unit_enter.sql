-- Enters in the journal what the accepted rows of the file change of stored units.
INSERT INTO journal (import, what, a, b, was)
SELECT c.import, 1, u.id, 0, json_array(u.opened_on, u.closed_on, u.merged_into)
FROM unit_import c, incoming_unit i JOIN unit u ON u.id = i.unit
WHERE i.changed;
INSERT INTO journal (import, what, a, b, was)
SELECT c.import, 6, v.unit, v.since, json_array(v.name, v.name_key, v.kind, v.parent)
FROM unit_import c, incoming_version i JOIN incoming_unit n USING (code)
  JOIN unit_version v ON v.unit = n.unit AND v.since = i.since
WHERE NOT i.refused AND i.stored AND i.changed
  AND (v.name IS NOT i.name OR v.kind IS NOT i.kind
    OR (SELECT p.code FROM unit p WHERE p.id = v.parent) IS NOT i.parent_code);
INSERT INTO journal (import, what, a, b, was)
SELECT c.import, 6, n.unit, i.since, NULL
FROM unit_import c, incoming_version i JOIN incoming_unit n USING (code)
WHERE NOT i.refused AND NOT i.stored AND n.stored;
