-- What is stored of a unit, in the order of the fields: its version since :since, or without one (only the
-- columns of the unit).
SELECT u.code, v.name, v.kind, p.code, u.opened_on, u.closed_on,
  nullif(v.since, {{first_day}}), m.code
FROM unit u LEFT JOIN unit_version v ON v.unit = u.id AND v.since = :since
  LEFT JOIN unit p ON p.id = v.parent LEFT JOIN unit m ON m.id = u.merged_into
WHERE u.code = :code;
