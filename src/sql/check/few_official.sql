-- Cells open on :as_of with fewer than three official members.
SELECT u.code AS unit, NULL AS member,
  (SELECT count(*) FROM stay s WHERE s.unit = u.id AND {{member_on s :as_of}} AND s.official_on <= :as_of) AS officials
FROM unit u
WHERE u.kind IN (word('unit_kind', 'base_cell'), word('unit_kind', 'cell')) AND {{open_on u :as_of}} AND officials < 3
ORDER BY u.code;
