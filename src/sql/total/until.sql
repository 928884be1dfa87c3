-- The kept totals of a unit in the last year up to ?2 in which something changed (NULL: none), and
-- whether they are sound: the rows are unchanged since they were stored, and none is missing. No
-- row when no totals are kept for the unit.
SELECT y.year, y.days, y.admitted, y.readmitted, y.transferred_in, y.moved_in, y.restored, y.died,
  y.expelled, y.removed, y.resigned, y.transferred_out, y.moved_out, y.members, y.official, y.communes,
  y.committees, y.base_cells, y.cells,
  t.proof = proof(t.unit, t.above, t.last)
    AND CASE
        WHEN n.year IS NULL THEN t.last
        WHEN n.step = proof(n.unit, n.year, n.before) THEN n.before
        ELSE -1 -- no year
      END IS y.year
    AND (y.year IS NULL OR y.proof = proof(y.unit, y.year, y.before, y.days, y.admitted, y.readmitted,
      y.transferred_in, y.moved_in, y.restored, y.died, y.expelled, y.removed, y.resigned,
      y.transferred_out, y.moved_out, y.members, y.official, y.communes, y.committees, y.base_cells,
      y.cells)) AS sound
FROM total_unit t
  LEFT JOIN total_year y ON y.unit = t.unit
    AND y.year = (SELECT max(year) FROM total_year WHERE unit = ?1 AND year <= ?2)
  LEFT JOIN total_year n ON n.unit = t.unit
    AND n.year = (SELECT min(year) FROM total_year WHERE unit = ?1 AND year > ?2)
WHERE t.unit = ?1;
