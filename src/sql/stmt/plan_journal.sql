-- Enters a plan row in the journal: as added, or with its former columns.
INSERT INTO journal (import, what, a, b, was)
SELECT :import, 3, id, 0, CASE WHEN NOT :added THEN json_array(unit, target, ratio, title, built_in) END
FROM plan
WHERE id = coalesce(
  (SELECT id FROM plan WHERE code = :plan AND unit = :unit AND from_on = :from AND to_on = :to),
  (SELECT id FROM plan
    WHERE code = :plan AND unit IS NULL AND from_on = :from AND to_on = :to
      AND :unit = coalesce({{root_from :from}}, 0)));
