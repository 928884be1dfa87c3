-- The same as members.sql, by name in Vietnamese order.
SELECT m.code AS member, u.code AS unit, m.full_name, m.birth AS birth_date, m.gender, m.ethnicity,
  m.religion, m.occupation, m.education, m.theory, m.card_no, s.admitted_on,
  {{given_official s}} AS official_on, s.joined_on,
  s.joined_by, s.left_on, s.left_by
FROM member m JOIN stay s ON s.member = m.id JOIN unit u ON u.id = s.unit
ORDER BY name_key(m.full_name), m.code, s.joined_on;
