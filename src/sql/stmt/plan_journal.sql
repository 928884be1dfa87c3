-- Enters a plan row in the journal: as added, or with its former columns.
INSERT INTO journal (import, what, a, b, was)
SELECT ?21, 3, id, 0,
  CASE WHEN NOT ?22
    THEN (SELECT json_array(p.unit, p.target, p.ratio, p.title, p.built_in) FROM plan p WHERE p.id = r.id)
  END
FROM plan_row r
WHERE code = ?1 AND coalesce(unit, 0) = ?2 AND from_on = ?3 AND to_on = ?4;
