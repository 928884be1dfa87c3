-- Changes the columns of a stay.
UPDATE stay SET unit = ?3, admitted_on = ?4, official_on = ?5, joined_by = ?6, left_on = ?7,
  left_by = ?8, facts = ?9
WHERE member = ?1 AND joined_on = ?2;
