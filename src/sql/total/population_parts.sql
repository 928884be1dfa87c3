-- The units whose populations are summed for the unit above them, and the days on which they are
-- open.
SELECT id, opened_on, closed_on FROM unit WHERE parent = ?1 AND kind IN (word('unit_kind', 'district'), word('unit_kind', 'commune'));
