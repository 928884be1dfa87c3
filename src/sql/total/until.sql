-- The kept totals of a unit in the last year up to ?2 in which something changed (NULL: nothing had), and
-- whether they are sound: rows as they were stored, and none missing. No row where none are kept.
SELECT y.year, y.days, {{total_columns y.}},
  t.proof = proof(t.unit, t.last)
    AND CASE
        WHEN n.year IS NULL THEN t.last
        WHEN n.step = proof(n.unit, n.year, n.before) THEN n.before
        ELSE -1 -- no year
      END IS y.year
    AND (y.year IS NULL OR y.proof = proof(y.unit, y.year, y.before, y.days, {{total_columns y.}})) AS sound
FROM total_unit t
  LEFT JOIN total_year y ON y.unit = t.unit
    AND y.year = (SELECT max(year) FROM total_year WHERE unit = ?1 AND year <= ?2)
  LEFT JOIN total_year n ON n.unit = t.unit
    AND n.year = (SELECT min(year) FROM total_year WHERE unit = ?1 AND year > ?2)
WHERE t.unit = ?1;
