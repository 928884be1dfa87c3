-- Members of the scope who are probationary on :as_of, with the day on which the twelve months end
-- (Charter article 5).
WITH people AS (
  SELECT m.code, m.full_name, u.code AS unit, v.name AS unit_name, s.admitted_on,
    add_months(s.admitted_on, 12) AS due_on
  FROM below b JOIN stay s ON s.unit = b.unit JOIN member m ON m.id = s.member
    JOIN unit_place p ON p.unit = s.unit AND {{holds_on p :shown}}
    JOIN unit u ON u.id = p.place JOIN unit_version v ON v.unit = u.id AND {{holds_on v :shown}}
  WHERE {{holds_on b :as_of}} AND {{member_on s :as_of}}
    AND (s.official_on IS NULL OR :as_of < s.official_on)
)
SELECT code AS member, full_name, unit, unit_name, admitted_on, due_on,
  max(:as_of - due_on, 0) AS days_overdue,
  CASE WHEN due_on < :as_of THEN word('probation_status', 'overdue')
    ELSE word('probation_status', 'waiting') END AS status
FROM people
WHERE :within IS NULL OR due_on <= :as_of + :within
ORDER BY CASE :sort WHEN 'name' THEN name_key(full_name) END, due_on, code;
