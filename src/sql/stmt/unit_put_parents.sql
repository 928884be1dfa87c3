-- Sets the parents of the accepted units.
UPDATE unit SET parent = (SELECT p.id FROM unit p WHERE p.code = i.parent)
FROM incoming_unit i
WHERE i.code = unit.code AND NOT i.refused AND i.changed;
