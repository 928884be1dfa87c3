-- Enters a population row in the journal: as added, or with its former columns.
INSERT INTO journal (import, what, a, b, was)
SELECT ?21, 2, unit, as_of, CASE WHEN NOT ?22 THEN json_array(population, source) END
FROM population WHERE unit = ?1 AND as_of = ?2;
