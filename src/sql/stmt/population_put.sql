-- Stores a population row.
INSERT INTO population (unit, as_of, population, source) VALUES (:unit, :as_of, :population, :source)
ON CONFLICT (unit, as_of) DO UPDATE SET population = excluded.population, source = excluded.source;
