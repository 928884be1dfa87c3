-- Members on :as_of who are in a unit that is closed or not open yet.
SELECT u.code AS unit, m.code AS member, iso(coalesce(
    CASE WHEN u.closed_on <= :as_of THEN u.closed_on END, u.opened_on)) AS day
FROM unit u JOIN stay s ON s.unit = u.id JOIN member m ON m.id = s.member
WHERE (u.closed_on <= :as_of OR u.opened_on > :as_of)
  AND {{member_on s :as_of}}
ORDER BY u.code, m.code;
