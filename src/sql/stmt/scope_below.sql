-- Each listed unit with itself and all units below it.
INSERT INTO below (top, unit)
WITH RECURSIVE tree (top, unit) AS (
  SELECT unit, unit FROM listed
  UNION ALL
  SELECT t.top, u.id FROM tree t JOIN unit u ON u.parent = t.unit
)
SELECT top, unit FROM tree;
