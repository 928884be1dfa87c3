-- Stores a population row.
INSERT INTO population (unit, as_of, population, source) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (unit, as_of) DO UPDATE SET population = excluded.population, source = excluded.source;
