-- Keeps the population of a unit from a day on.
INSERT INTO total_population (unit, since, population, as_of) VALUES (?1, ?2, ?3, ?4);
