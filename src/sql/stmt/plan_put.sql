-- Stores a plan row. The row it replaces may be the built-in one, which then is for the named unit.
INSERT INTO plan (id, code, unit, from_on, to_on, target, ratio, title)
VALUES (
  (SELECT id FROM plan_row
    WHERE code = ?1 AND coalesce(unit, 0) = ?2 AND from_on = ?3 AND to_on = ?4),
  ?1, nullif(?2, 0), ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET unit = excluded.unit, target = excluded.target, ratio = excluded.ratio,
  title = excluded.title, built_in = 0;
