-- Stores the population that a unit has from one day until another.
INSERT INTO total_population (unit, since, until, population, as_of, proof)
VALUES (?1, ?2, ?3, ?4, ?5, proof(?1, ?2, ?3, ?4, ?5));
