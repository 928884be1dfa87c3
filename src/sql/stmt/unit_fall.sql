-- With a unit that is refused fall all its rows, the units below it and those merged into it.
DROP TABLE IF EXISTS temp.falling;
CREATE TEMP TABLE falling (code TEXT PRIMARY KEY) STRICT;
INSERT INTO falling
WITH RECURSIVE down (code) AS (
  SELECT i.code FROM unit_fault f JOIN incoming_version i ON i.id = f.version
  UNION
  SELECT i.code FROM down d JOIN incoming_version i ON i.parent_code = d.code WHERE NOT i.refused
  UNION
  SELECT i.code FROM down d JOIN incoming_version i ON i.merged_code = d.code WHERE NOT i.refused
)
SELECT code FROM down;
INSERT OR IGNORE INTO unit_fault
SELECT i.id, CASE WHEN a.code IS NOT NULL AND a.code <> i.code THEN 'below'
    WHEN m.code IS NOT NULL AND m.code <> i.code THEN 'merged_below' ELSE 'fellow' END,
  CASE WHEN a.code IS NOT NULL AND a.code <> i.code THEN i.parent
    WHEN m.code IS NOT NULL AND m.code <> i.code THEN i.merged END, NULL
FROM incoming_version i JOIN falling f ON f.code = i.code
  LEFT JOIN falling a ON a.code = i.parent_code LEFT JOIN falling m ON m.code = i.merged_code
WHERE NOT i.refused;
