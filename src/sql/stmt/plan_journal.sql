-- Enters a plan row in the journal: as added, or with its former columns.
INSERT INTO journal (import, what, a, b, was)
SELECT ?21, 3, id, 0, CASE WHEN NOT ?22 THEN json_array(unit, target, ratio, title, built_in) END
FROM plan
WHERE id = coalesce(
  (SELECT id FROM plan WHERE code = ?1 AND unit = ?2 AND from_on = ?3 AND to_on = ?4),
  (SELECT id FROM plan
    WHERE code = ?1 AND unit IS NULL AND from_on = ?3 AND to_on = ?4
      AND ?2 = coalesce((SELECT id FROM unit WHERE parent IS NULL), 0)));
