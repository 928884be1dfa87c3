-- Cells open on :as_of with fewer than three official members.
SELECT u.code AS unit, NULL AS member,
  (SELECT count(*) FROM unit_place p JOIN stay s ON s.unit = p.unit
    WHERE {{lives_in p u.id :as_of}} AND {{member_on s :as_of}} AND s.official_on <= :as_of) AS officials
FROM unit u JOIN unit_version v ON v.unit = u.id AND {{holds_on v :as_of}}
WHERE {{leaf_kind v.kind}} AND {{open_on u :as_of}} AND officials < 3
ORDER BY u.code;
