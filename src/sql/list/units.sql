-- All units in the import format, by code.
SELECT u.code AS unit, u.name, u.kind, p.code AS parent, u.opened_on, u.closed_on
FROM unit u LEFT JOIN unit p ON p.id = u.parent
ORDER BY u.code;
