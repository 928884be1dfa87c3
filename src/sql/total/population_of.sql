-- A unit's own populations, from the oldest on.
SELECT as_of, population FROM population WHERE unit = ?1 ORDER BY as_of;
