-- Fills `below`: the scope and all units below it.
INSERT INTO below (unit)
WITH RECURSIVE tree (unit) AS (
  VALUES (:unit)
  UNION ALL
  SELECT u.id FROM tree t JOIN unit u ON u.parent = t.unit
)
SELECT unit FROM tree;
