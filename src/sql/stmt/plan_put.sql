-- Stores a plan row. It may replace the built-in row, which then belongs to this unit.
INSERT INTO plan (id, code, unit, from_on, to_on, target, ratio, title)
VALUES (
  coalesce(
    (SELECT id FROM plan WHERE code = :plan AND unit = :unit AND from_on = :from AND to_on = :to),
    (SELECT id FROM plan
      WHERE code = :plan AND unit IS NULL AND from_on = :from AND to_on = :to
        AND :unit = coalesce({{root_from :from}}, 0))),
  :plan, nullif(:unit, 0), :from, :to, :target, :ratio_percent, :title)
ON CONFLICT (id) DO UPDATE SET unit = excluded.unit, target = excluded.target, ratio = excluded.ratio,
  title = excluded.title, built_in = 0;
