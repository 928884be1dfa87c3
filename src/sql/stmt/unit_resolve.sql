-- Finds the units that the rows name as parent and as what the unit was merged into: by code, or by the name
-- of one unit that the file and the stored units have on any day.
DROP TABLE IF EXISTS temp.known_name;
CREATE TEMP TABLE known_name (key TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (key, code))
  STRICT, WITHOUT ROWID;

UPDATE incoming_version SET parent_code = parent, merged_code = merged WHERE NOT refused;
UPDATE incoming_version SET parent_code = NULL
WHERE NOT refused AND parent IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.code = parent)
  AND NOT EXISTS (SELECT 1 FROM incoming_version i WHERE i.code = incoming_version.parent AND NOT i.refused);
UPDATE incoming_version SET merged_code = NULL
WHERE NOT refused AND merged IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.code = merged)
  AND NOT EXISTS (SELECT 1 FROM incoming_version i WHERE i.code = incoming_version.merged AND NOT i.refused);

INSERT OR IGNORE INTO known_name
SELECT name_key, code FROM incoming_version
WHERE NOT refused AND EXISTS (SELECT 1 FROM incoming_version i WHERE NOT i.refused
  AND (i.parent IS NOT i.parent_code OR i.merged IS NOT i.merged_code));
INSERT OR IGNORE INTO known_name
SELECT v.name_key, u.code FROM unit_version v JOIN unit u ON u.id = v.unit
WHERE NOT EXISTS (SELECT 1 FROM incoming_version i WHERE i.code = u.code AND i.since = v.since AND NOT i.refused)
  AND EXISTS (SELECT 1 FROM incoming_version i WHERE NOT i.refused
    AND (i.parent IS NOT i.parent_code OR i.merged IS NOT i.merged_code));

UPDATE incoming_version SET parent_code = (
  SELECT min(code) FROM known_name WHERE key = fold(parent) HAVING count(*) = 1)
WHERE NOT refused AND parent IS NOT NULL AND parent_code IS NULL;
UPDATE incoming_version SET merged_code = (
  SELECT min(code) FROM known_name WHERE key = fold(merged) HAVING count(*) = 1)
WHERE NOT refused AND merged IS NOT NULL AND merged_code IS NULL;

-- The units of the accepted rows.
DROP TABLE IF EXISTS temp.incoming_unit;
CREATE TEMP TABLE incoming_unit (
  code TEXT PRIMARY KEY,
  unit INTEGER, -- NULL: it is not stored yet
  stored INTEGER NOT NULL,
  version INTEGER NOT NULL, -- its first row in the file
  line INTEGER NOT NULL,
  opened_on INTEGER,
  closed_on INTEGER,
  merged_code TEXT,
  changed INTEGER NOT NULL -- its own columns differ, or it is new
) STRICT;
INSERT INTO incoming_unit
SELECT i.code, u.id, u.id IS NOT NULL, i.id, min(i.line), i.opened_on, i.closed_on, i.merged_code,
  u.id IS NULL OR i.opened_on IS NOT u.opened_on OR i.closed_on IS NOT u.closed_on
    OR i.merged_code IS NOT m.code
FROM incoming_version i LEFT JOIN unit u ON u.code = i.code LEFT JOIN unit m ON m.id = u.merged_into
WHERE NOT i.refused
GROUP BY i.code;

-- Which rows change something.
UPDATE incoming_version SET
  stored = v.unit IS NOT NULL,
  changed = n.changed OR v.unit IS NULL OR incoming_version.name IS NOT v.name
    OR incoming_version.kind IS NOT v.kind OR incoming_version.parent_code IS NOT p.code,
  moved = n.changed OR v.unit IS NULL OR incoming_version.parent_code IS NOT p.code
FROM incoming_unit n LEFT JOIN unit_version v ON v.unit = n.unit
  LEFT JOIN unit p ON p.id = v.parent
WHERE n.code = incoming_version.code AND (v.since = incoming_version.since OR v.unit IS NULL)
  AND NOT refused;
