-- Moves without their other half: a stay that ends by moving and no later one of the member that begins
-- by moving that day, or the reverse.
SELECT u.code AS unit, m.code AS member, iso(s.left_on) AS day
FROM stay s JOIN member m ON m.id = s.member JOIN unit u ON u.id = s.unit
WHERE s.left_by = word('left_by', 'moved') AND s.left_on <= :as_of AND NOT EXISTS (
  SELECT 1 FROM stay o WHERE o.member = s.member AND o.joined_on = s.left_on AND o.joined_by = word('joined_by', 'moved')
    AND s.joined_on < o.joined_on)
UNION ALL
SELECT u.code, m.code, iso(s.joined_on)
FROM stay s JOIN member m ON m.id = s.member JOIN unit u ON u.id = s.unit
WHERE s.joined_by = word('joined_by', 'moved') AND s.joined_on <= :as_of AND NOT EXISTS (
  SELECT 1 FROM stay o WHERE o.member = s.member AND o.left_on = s.joined_on AND o.left_by = word('left_by', 'moved')
    AND o.joined_on < s.joined_on)
ORDER BY 2, 3;
