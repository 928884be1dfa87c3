-- Deletes the kept totals of a unit from a year on.
DELETE FROM total_year WHERE unit = ?1 AND year >= ?2;
