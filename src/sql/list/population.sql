-- All population rows in the import format, by unit and date.
SELECT u.code AS unit, p.as_of, p.population, p.source
FROM population p JOIN unit u ON u.id = p.unit
ORDER BY u.code, p.as_of;
