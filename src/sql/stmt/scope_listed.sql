-- The scope and the units down to :depth levels below it on :shown, in tree order, siblings by code: each
-- below the place of its parent, a closed one below that of its last. With :tree a unit is open on all days or
-- on none, as it is on that day.
INSERT INTO listed (level, code, unit, counted, name, kind, opens, closes)
WITH RECURSIVE tree (level, code, unit, counted, name, kind, opens, closes) AS (
  SELECT 0, u.code, u.id, {{listed_columns u v :counted}}
  FROM unit u JOIN unit_version v ON v.unit = u.id AND {{holds_on v :shown}}
  WHERE u.id = :unit
  UNION ALL
  SELECT t.level + 1, u.code, u.id, {{listed_columns u v u.id}}
  FROM tree t JOIN unit_place p ON {{lives_in p t.unit :shown}}
    JOIN unit_version v ON v.parent = p.unit AND {{holds_on v :shown}}
    JOIN unit u ON u.id = v.unit
  WHERE t.level < :depth
  ORDER BY 1 DESC, 2
)
SELECT * FROM tree;
