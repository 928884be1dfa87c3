-- All that is stored from a member's code on, in the order of import rows.
SELECT m.code, m.full_name, m.birth, m.gender, m.ethnicity, m.religion, m.occupation, m.education,
  m.theory, m.card_no,
  s.joined_on, s.unit, s.admitted_on, s.official_on, s.joined_by, s.left_on, s.left_by
FROM member m CROSS JOIN stay s ON s.member = m.id
WHERE m.code >= ?1
ORDER BY m.code, s.joined_on;
