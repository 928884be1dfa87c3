-- The kept totals of a unit from a year on, and whether each row is sound: unchanged since it was
-- stored, and followed by the right row.
SELECT y.year, y.days, y.admitted, y.readmitted, y.transferred_in, y.moved_in, y.restored, y.died,
  y.expelled, y.removed, y.resigned, y.transferred_out, y.moved_out, y.members, y.official, y.communes,
  y.committees, y.base_cells, y.cells,
  t.proof = proof(t.unit, t.above, t.last)
    AND coalesce((SELECT CASE WHEN n.step = proof(n.unit, n.year, n.before) THEN n.before ELSE -1 END
      FROM total_year n WHERE n.unit = ?1 AND n.year > y.year
      ORDER BY n.year LIMIT 1), t.last) IS y.year
    AND y.proof = proof(y.unit, y.year, y.before, y.days, y.admitted, y.readmitted, y.transferred_in,
      y.moved_in, y.restored, y.died, y.expelled, y.removed, y.resigned, y.transferred_out, y.moved_out,
      y.members, y.official, y.communes, y.committees, y.base_cells, y.cells) AS sound
FROM total_unit t JOIN total_year y ON y.unit = t.unit
WHERE t.unit = ?1 AND y.year >= ?2
ORDER BY y.year;
