-- Fills `listed`: the scope and the units down to :depth levels below it, in the order of the tree,
-- siblings by code.
INSERT INTO listed (level, unit)
WITH RECURSIVE tree (level, code, unit) AS (
  SELECT 0, code, id FROM unit WHERE id = :unit
  UNION ALL
  SELECT t.level + 1, u.code, u.id FROM tree t JOIN unit u ON u.parent = t.unit
  WHERE t.level < :depth
  ORDER BY 1 DESC, 2
)
SELECT level, unit FROM tree;
