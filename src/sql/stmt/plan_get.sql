-- The plan row with this key, in the order of the fields. Unit 0 means the root while there is
-- none. A row without a unit, which is that of the built-in plan, belongs to the root.
SELECT code, :unit, from_on, to_on, target, ratio, title
FROM plan
WHERE code = :plan AND unit = :unit AND from_on = :from AND to_on = :to
UNION ALL
SELECT code, :unit, from_on, to_on, target, ratio, title
FROM plan
WHERE code = :plan AND unit IS NULL AND from_on = :from AND to_on = :to
  AND :unit = coalesce({{root_from :from}}, 0);
