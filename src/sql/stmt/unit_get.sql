-- A unit by its code, in the order of the fields.
SELECT u.code, u.name, u.kind, p.code, u.opened_on, u.closed_on
FROM unit u LEFT JOIN unit p ON p.id = u.parent
WHERE u.code = :code;
