-- Changes the columns of a stay; ?10 says whether official_on is that of an earlier one.
UPDATE stay SET unit = ?3, admitted_on = ?4, official_on = ?5, joined_by = ?6, left_on = ?7,
  left_by = ?8, facts = ?9, carried = ?10
WHERE member = ?1 AND joined_on = ?2;
