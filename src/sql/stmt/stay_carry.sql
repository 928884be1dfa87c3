-- The official_on that a stay has from an earlier one; NULL for none.
UPDATE stay SET official_on = ?3, carried = ?3 IS NOT NULL WHERE member = ?1 AND joined_on = ?2;
