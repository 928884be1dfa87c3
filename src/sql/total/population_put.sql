-- Keeps the population of a unit from a day on, until the next day on which it is another.
INSERT INTO total_population (unit, since, until, population, as_of, proof)
VALUES (?1, ?2, ?3, ?4, ?5, proof(?1, ?2, ?3, ?4, ?5));
