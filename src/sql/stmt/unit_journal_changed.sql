-- Enters the units that the file changes in the journal, with their former columns.
INSERT INTO journal (import, what, a, b, was)
SELECT :import, 1, u.id, 0,
  json_array(u.name, u.name_key, u.kind, u.parent, u.opened_on, u.closed_on)
FROM incoming_unit i JOIN unit u ON u.code = i.code
WHERE NOT i.refused AND i.stored AND i.changed;
