-- The plan row with this key, in the order of the fields. Unit 0 stands for a root that is not there
-- yet.
SELECT code, coalesce(unit, 0), from_on, to_on, target, ratio, title
FROM plan_row
WHERE code = ?1 AND coalesce(unit, 0) = ?2 AND from_on = ?3 AND to_on = ?4;
