-- Finds mergers into a unit that is not open on that day: of the two, the one that the file changes.
DELETE FROM unit_fault;
DROP TABLE IF EXISTS temp.suspect;
CREATE TEMP TABLE suspect (
  unit INTEGER PRIMARY KEY, version INTEGER NOT NULL, line INTEGER NOT NULL, stored INTEGER NOT NULL) STRICT;
INSERT INTO suspect
SELECT n.unit, n.version, n.line, n.stored FROM incoming_unit n
WHERE EXISTS (SELECT 1 FROM incoming_version i WHERE i.code = n.code AND i.moved AND NOT i.refused);

INSERT OR IGNORE INTO unit_fault
SELECT coalesce(s.version, o.version), 'merged_closed', w.code, m.code
FROM unit m JOIN unit w ON w.id = m.merged_into
  LEFT JOIN suspect s ON s.unit = m.id LEFT JOIN suspect o ON o.unit = w.id
WHERE NOT ({{open_on w m.closed_on}}) AND coalesce(s.version, o.version) IS NOT NULL;
