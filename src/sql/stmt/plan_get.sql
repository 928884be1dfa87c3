-- The plan row with this key, in the order of the fields. Unit 0 means the root while there is
-- none. A row without a unit, which is that of the built-in plan, belongs to the root.
SELECT code, ?2, from_on, to_on, target, ratio, title
FROM plan
WHERE code = ?1 AND unit = ?2 AND from_on = ?3 AND to_on = ?4
UNION ALL
SELECT code, ?2, from_on, to_on, target, ratio, title
FROM plan
WHERE code = ?1 AND unit IS NULL AND from_on = ?3 AND to_on = ?4
  AND ?2 = coalesce((SELECT id FROM unit WHERE parent IS NULL), 0);
