-- The own populations of a unit, from the oldest on.
SELECT as_of, population FROM population WHERE unit = ?1 ORDER BY as_of;
