-- Grassroots cells open on :as_of with more than 30 members, themselves and below.
WITH RECURSIVE tree (top, unit) AS (
  SELECT id, id FROM unit
  WHERE kind = 4 AND (opened_on IS NULL OR opened_on <= :as_of)
    AND (closed_on IS NULL OR :as_of < closed_on)
  UNION ALL
  SELECT t.top, u.id FROM tree t JOIN unit u ON u.parent = t.unit
)
SELECT u.code AS unit, NULL AS member, count(*) AS members
FROM tree t JOIN unit u ON u.id = t.top
  JOIN stay s ON s.unit = t.unit AND s.joined_on <= :as_of AND (s.left_on IS NULL OR :as_of < s.left_on)
GROUP BY t.top
HAVING members > 30
ORDER BY u.code;
