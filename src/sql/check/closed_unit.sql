-- Members on :as_of in a unit that is closed and was merged into none, or is not opened yet.
SELECT u.code AS unit, m.code AS member, iso(CASE WHEN u.closes <= :as_of THEN u.closes ELSE u.opens END) AS day
FROM unit u JOIN stay s ON s.unit = u.id JOIN member m ON m.id = s.member
WHERE ((u.closes <= :as_of AND u.merged_into IS NULL) OR u.opens > :as_of) AND {{member_on s :as_of}}
ORDER BY u.code, m.code;
