-- The units whose populations, summed, stand for that of the unit above them while they are open.
SELECT id, opened_on, closed_on FROM unit WHERE parent = ?1 AND kind IN (word('unit_kind', 'district'), word('unit_kind', 'commune'));
