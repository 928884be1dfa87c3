-- Cells open on :as_of with fewer than three official members.
SELECT u.code AS unit, NULL AS member,
  (SELECT count(*) FROM stay s WHERE s.unit = u.id AND s.joined_on <= :as_of
    AND (s.left_on IS NULL OR :as_of < s.left_on) AND s.official_on <= :as_of) AS officials
FROM unit u
WHERE u.kind IN (4, 6) AND (u.opened_on IS NULL OR u.opened_on <= :as_of)
  AND (u.closed_on IS NULL OR :as_of < u.closed_on) AND officials < 3
ORDER BY u.code;
