-- All versions of all units in the import format, by code and day.
SELECT u.code AS unit, v.name, v.kind, p.code AS parent, u.opened_on, u.closed_on,
  nullif(v.since, {{first_day}}) AS since, m.code AS merged_into
FROM unit u JOIN unit_version v ON v.unit = u.id LEFT JOIN unit p ON p.id = v.parent
  LEFT JOIN unit m ON m.id = u.merged_into
ORDER BY u.code, v.since;
