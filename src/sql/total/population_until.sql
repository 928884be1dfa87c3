-- The kept population of a unit on a day.
SELECT population, as_of FROM total_population WHERE unit = ?1 AND since <= ?2
ORDER BY since DESC LIMIT 1;
