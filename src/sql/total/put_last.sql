-- Notes which year is the last that is kept of a unit.
UPDATE total_unit SET last = y.year, proof = proof(total_unit.unit, y.year)
FROM (SELECT max(year) AS year FROM total_year WHERE unit = ?1) y
WHERE total_unit.unit = ?1;
