-- Members on :as_of whose probation is longer than twelve months, without a decision.
SELECT u.code AS unit, m.code AS member, iso(add_months(s.admitted_on, 12)) AS due_on
FROM stay s JOIN member m ON m.id = s.member 
  JOIN unit_place p ON p.unit = s.unit AND {{holds_on p :as_of}} JOIN unit u ON u.id = p.place
WHERE s.official_on IS NULL AND {{member_on s :as_of}}
  AND add_months(s.admitted_on, 12) < :as_of
ORDER BY m.code;
