-- Committees of the grassroots open on :as_of with fewer than 30 members, themselves and below.
WITH RECURSIVE tree (top, unit) AS (
  SELECT id, id FROM unit
  WHERE kind IN (word('unit_kind', 'commune'), word('unit_kind', 'committee')) AND {{open_on unit :as_of}}
  UNION ALL
  SELECT t.top, u.id FROM tree t JOIN unit u ON u.parent = t.unit
)
SELECT u.code AS unit, NULL AS member, count(s.member) AS members
FROM tree t JOIN unit u ON u.id = t.top
  LEFT JOIN stay s ON s.unit = t.unit AND {{member_on s :as_of}}
GROUP BY t.top
HAVING members < 30
ORDER BY u.code;
