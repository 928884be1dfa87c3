-- All stays in the import format with the facts about the member, by member and day of joining.
-- That is the order of the index, so nothing has to be sorted.
SELECT m.code AS member, u.code AS unit, m.full_name, m.birth AS birth_date, m.gender, m.ethnicity,
  m.religion, m.occupation, m.education, m.theory, m.card_no, s.admitted_on,
  {{given_official s}} AS official_on, s.joined_on,
  s.joined_by, s.left_on, s.left_by
FROM member m CROSS JOIN stay s ON s.member = m.id CROSS JOIN unit u ON u.id = s.unit
ORDER BY m.code, s.joined_on;
