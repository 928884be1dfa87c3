-- The population row with this key, in the order of the fields.
SELECT unit, as_of, population, source FROM population WHERE unit = ?1 AND as_of = ?2;
