-- The units whose totals are kept: the root, and the districts below it as long as they follow on each
-- other, which stand above the grassroots and are few. Not more than ?1 of them below each
-- other, because memory grows with that. Nothing is kept of them yet.
INSERT INTO total_unit (unit, above, proof)
WITH RECURSIVE tree (unit, above, depth) AS (
  SELECT id, NULL, 1 FROM unit WHERE parent IS NULL
  UNION ALL
  SELECT u.id, t.unit, t.depth + 1 FROM tree t JOIN unit u ON u.parent = t.unit
  WHERE u.kind = word('unit_kind', 'district') AND t.depth < ?1
)
SELECT unit, above, proof(unit, above, NULL) FROM tree;
