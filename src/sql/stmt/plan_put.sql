-- Stores a plan row. It may replace the built-in row, which then belongs to this unit.
INSERT INTO plan (id, code, unit, from_on, to_on, target, ratio, title)
VALUES (
  coalesce(
    (SELECT id FROM plan WHERE code = ?1 AND unit = ?2 AND from_on = ?3 AND to_on = ?4),
    (SELECT id FROM plan
      WHERE code = ?1 AND unit IS NULL AND from_on = ?3 AND to_on = ?4
        AND ?2 = coalesce((SELECT id FROM unit WHERE parent IS NULL), 0))),
  ?1, nullif(?2, 0), ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET unit = excluded.unit, target = excluded.target, ratio = excluded.ratio,
  title = excluded.title, built_in = 0;
