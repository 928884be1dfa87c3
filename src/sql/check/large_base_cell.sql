-- Grassroots cells open on :as_of with more than 30 members, themselves and below.
WITH RECURSIVE tree (top, unit) AS (
  SELECT id, id FROM unit
  WHERE kind = word('unit_kind', 'base_cell') AND {{open_on unit :as_of}}
  UNION ALL
  SELECT t.top, u.id FROM tree t JOIN unit u ON u.parent = t.unit
)
SELECT u.code AS unit, NULL AS member, count(*) AS members
FROM tree t JOIN unit u ON u.id = t.top
  JOIN stay s ON s.unit = t.unit AND {{member_on s :as_of}}
GROUP BY t.top
HAVING members > 30
ORDER BY u.code;
