-- Admissions before the age of 18, counted to the day. With a birth known only to the month or
-- year, only those that are certain.
SELECT u.code AS unit, m.code AS member, iso(s.admitted_on) AS admitted_on,
  years_between(birth_earliest(m.birth), s.admitted_on) AS age
FROM member m JOIN stay s ON s.member = m.id JOIN unit u ON u.id = s.unit
WHERE m.birth IS NOT NULL AND {{admission s}} AND s.joined_on <= :as_of AND age < 18
ORDER BY m.code, s.joined_on;
