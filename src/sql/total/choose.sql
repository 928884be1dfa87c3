-- Chooses the units whose totals are kept: the root and the districts directly below a unit that
-- was chosen. They are above the grassroots and few. At most ?1 of them are below each other,
-- because memory grows with that.
INSERT INTO total_unit (unit, above, proof)
WITH RECURSIVE tree (unit, above, depth) AS (
  SELECT id, NULL, 1 FROM unit WHERE parent IS NULL
  UNION ALL
  SELECT u.id, t.unit, t.depth + 1 FROM tree t JOIN unit u ON u.parent = t.unit
  WHERE u.kind = word('unit_kind', 'district') AND t.depth < ?1
)
SELECT unit, above, proof(unit, above, NULL) FROM tree;
