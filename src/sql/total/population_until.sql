-- The kept population of a unit on a day, and whether the row is sound: unchanged since it was
-- stored, and the next row is not missing.
SELECT population, as_of,
  proof = proof(unit, since, until, population, as_of) AND (until IS NULL OR ?2 < until) AS sound
FROM total_population WHERE unit = ?1 AND since <= ?2
ORDER BY since DESC LIMIT 1;
