-- The kept totals of a unit from a year on, and whether each is sound: as it was stored, and followed by
-- the right one.
SELECT y.year, y.days, {{total_columns y.}},
  t.proof = proof(t.unit, t.last)
    AND coalesce((SELECT CASE WHEN n.step = proof(n.unit, n.year, n.before) THEN n.before ELSE -1 END
      FROM total_year n WHERE n.unit = ?1 AND n.year > y.year
      ORDER BY n.year LIMIT 1), t.last) IS y.year
    AND y.proof = proof(y.unit, y.year, y.before, y.days, {{total_columns y.}}) AS sound
FROM total_unit t JOIN total_year y ON y.unit = t.unit
WHERE t.unit = ?1 AND y.year >= ?2
ORDER BY y.year;
