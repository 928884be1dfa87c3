-- Finds what is wrong with the units that the rows name, and with what the rows of one unit say together.
DELETE FROM unit_fault;

INSERT OR IGNORE INTO unit_fault
SELECT i.id, CASE WHEN EXISTS (SELECT 1 FROM known_name k WHERE k.key = fold(i.parent)) THEN 'ambiguous'
  ELSE 'unknown' END, i.parent,
  (SELECT group_concat(code, ', ') FROM (SELECT code FROM known_name k WHERE k.key = fold(i.parent)
    ORDER BY code LIMIT 2))
FROM incoming_version i WHERE NOT i.refused AND i.parent IS NOT NULL AND i.parent_code IS NULL;

INSERT OR IGNORE INTO unit_fault
SELECT i.id, CASE WHEN EXISTS (SELECT 1 FROM known_name k WHERE k.key = fold(i.merged)) THEN 'merged_ambiguous'
  ELSE 'merged_unknown' END, i.merged,
  (SELECT group_concat(code, ', ') FROM (SELECT code FROM known_name k WHERE k.key = fold(i.merged)
    ORDER BY code LIMIT 2))
FROM incoming_version i WHERE NOT i.refused AND i.merged IS NOT NULL AND i.merged_code IS NULL;

-- Rows of one unit that name two units, even if by a code and a name.
INSERT OR IGNORE INTO unit_fault
SELECT i.id, 'differ', i.merged, o.line
FROM incoming_version i JOIN incoming_version o ON o.code = i.code AND o.own_merged AND NOT o.refused
WHERE NOT i.refused AND i.own_merged AND o.merged_code <> i.merged_code AND o.line < i.line;

-- What a unit of which a row was refused already takes along.
INSERT OR IGNORE INTO unit_fault
SELECT i.id, 'below', i.parent, NULL FROM incoming_version i JOIN unit_fallen f ON f.code = i.parent_code
WHERE NOT i.refused;
INSERT OR IGNORE INTO unit_fault
SELECT i.id, 'merged_below', i.merged, NULL FROM incoming_version i JOIN unit_fallen f ON f.code = i.merged_code
WHERE NOT i.refused;
INSERT OR IGNORE INTO unit_fault
SELECT i.id, 'fellow', NULL, NULL FROM incoming_version i JOIN unit_fallen f USING (code) WHERE NOT i.refused;
