-- Enters a population row in the journal: as added, or with its former columns.
INSERT INTO journal (import, what, a, b, was)
SELECT :import, 2, unit, as_of, CASE WHEN NOT :added THEN json_array(population, source) END
FROM population WHERE unit = :unit AND as_of = :as_of;
