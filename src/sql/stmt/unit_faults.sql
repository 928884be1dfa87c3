-- Finds the rows that have no place in the tree which file and database make together: a second
-- root, an unknown parent, a unit that puts itself or one below it more than 100 levels deep, a
-- unit below a new one that is refused, and what the root does not reach (a circle).
DELETE FROM unit_fault;
DROP TABLE IF EXISTS temp.tree;
DROP TABLE IF EXISTS temp.reached;
CREATE TEMP TABLE tree (code TEXT PRIMARY KEY, parent TEXT, line INTEGER, moved INTEGER) STRICT;
INSERT INTO tree
SELECT i.code, i.parent, i.line, NOT i.stored OR i.parent IS NOT p.code
FROM incoming_unit i LEFT JOIN unit u ON u.code = i.code LEFT JOIN unit p ON p.id = u.parent
WHERE NOT i.refused;
INSERT OR IGNORE INTO tree
SELECT u.code, p.code, NULL, 0 FROM unit u LEFT JOIN unit p ON p.id = u.parent;
CREATE INDEX temp.tree_below ON tree (parent);

-- What the roots reach: the level below them, and the nearest unit, the unit itself included, that
-- the file adds or moves.
CREATE TEMP TABLE reached (code TEXT PRIMARY KEY, level INTEGER NOT NULL, moved TEXT) STRICT;
INSERT INTO reached
WITH RECURSIVE below (code, level, moved) AS (
  SELECT code, 1, iif(moved, code, NULL) FROM tree WHERE parent IS NULL
  UNION ALL
  SELECT t.code, b.level + 1, iif(t.moved, t.code, b.moved)
  FROM below b JOIN tree t ON t.parent = b.code
)
SELECT code, level, moved FROM below;

-- A stored root remains the root; without one it is the first in the file.
INSERT INTO unit_fault
SELECT code, 'root' FROM tree
WHERE parent IS NULL AND line IS NOT NULL
  AND code <> (SELECT code FROM tree WHERE parent IS NULL ORDER BY line LIMIT 1);

INSERT INTO unit_fault
SELECT code, 'unknown' FROM tree t
WHERE line IS NOT NULL AND parent IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM tree above WHERE above.code = t.parent);

INSERT OR IGNORE INTO unit_fault
SELECT moved, 'deep' FROM reached WHERE level > 100 AND moved IS NOT NULL;

WITH RECURSIVE below (code) AS (
  SELECT f.code FROM unit_fault f JOIN incoming_unit i USING (code) WHERE NOT i.stored
  UNION
  SELECT t.code FROM below b JOIN tree t ON t.parent = b.code JOIN incoming_unit i ON i.code = t.code
  WHERE NOT i.stored
)
INSERT OR IGNORE INTO unit_fault
SELECT t.code, 'below' FROM below b JOIN tree t ON t.parent = b.code WHERE t.line IS NOT NULL;

INSERT INTO unit_fault
SELECT code, 'circle' FROM tree
WHERE line IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unit_fault)
  AND code NOT IN (SELECT code FROM reached);
