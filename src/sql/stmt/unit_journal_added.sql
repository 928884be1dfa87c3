-- Enters the units that the file added in the journal; a first load needs no lines.
INSERT INTO journal (import, what, a, b, was)
SELECT :import, 1, u.id, 0, NULL
FROM incoming_unit i JOIN unit u ON u.code = i.code
WHERE NOT i.refused AND NOT i.stored AND NOT :first_load;
