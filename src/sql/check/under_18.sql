-- Admissions at an age under 18, counted to the day; of a birth known to the month or year only when
-- it is certain.
SELECT u.code AS unit, m.code AS member, iso(s.admitted_on) AS admitted_on,
  years_between(birth_earliest(m.birth), s.admitted_on) AS age
FROM member m JOIN stay s ON s.member = m.id JOIN unit u ON u.id = s.unit
WHERE m.birth IS NOT NULL AND {{admission s}} AND s.joined_on <= :as_of AND age < 18
ORDER BY m.code, s.joined_on;
