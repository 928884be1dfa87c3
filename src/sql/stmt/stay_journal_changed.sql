-- Enters a stay in the journal, with its former columns.
INSERT INTO journal (import, what, a, b, was)
SELECT ?1, 5, member, joined_on, json_array(unit, admitted_on, {{given_official stay}}, joined_by, left_on,
  left_by, facts)
FROM stay WHERE member = ?2 AND joined_on = ?3;
