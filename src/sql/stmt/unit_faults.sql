-- Finds the rows that have no place in the tree which the file and the stored units make together: a
-- second root, a parent that is not there, a unit below a refused new one, and what the root does not
-- reach (a circle).
DELETE FROM unit_fault;
DROP TABLE IF EXISTS temp.tree;
CREATE TEMP TABLE tree (code TEXT PRIMARY KEY, parent TEXT, line INTEGER) STRICT;
INSERT INTO tree SELECT code, parent, line FROM incoming_unit WHERE NOT refused;
INSERT OR IGNORE INTO tree
SELECT u.code, p.code, NULL FROM unit u LEFT JOIN unit p ON p.id = u.parent;
CREATE INDEX temp.tree_below ON tree (parent);

-- A stored root stays the root; else it is the first in the file.
INSERT INTO unit_fault
SELECT code, 'root' FROM tree
WHERE parent IS NULL AND line IS NOT NULL
  AND code <> (SELECT code FROM tree WHERE parent IS NULL ORDER BY line LIMIT 1);

INSERT INTO unit_fault
SELECT code, 'unknown' FROM tree t
WHERE line IS NOT NULL AND parent IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM tree above WHERE above.code = t.parent);

WITH RECURSIVE below (code) AS (
  SELECT f.code FROM unit_fault f JOIN incoming_unit i USING (code) WHERE NOT i.stored
  UNION
  SELECT t.code FROM below b JOIN tree t ON t.parent = b.code JOIN incoming_unit i ON i.code = t.code
  WHERE NOT i.stored
)
INSERT OR IGNORE INTO unit_fault
SELECT t.code, 'below' FROM below b JOIN tree t ON t.parent = b.code WHERE t.line IS NOT NULL;

WITH RECURSIVE reached (code) AS (
  SELECT code FROM tree WHERE parent IS NULL
  UNION
  SELECT t.code FROM reached r JOIN tree t ON t.parent = r.code
)
INSERT INTO unit_fault
SELECT code, 'circle' FROM tree
WHERE line IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unit_fault)
  AND code NOT IN (SELECT code FROM reached);
