-- Gives the population rows that import :import changed their former columns.
UPDATE population SET population = j.was ->> 0, source = j.was ->> 1
FROM journal j
WHERE j.import = :import AND j.what = 2 AND j.was IS NOT NULL
  AND population.unit = j.a AND population.as_of = j.b;
