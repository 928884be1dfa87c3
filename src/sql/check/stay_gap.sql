-- Stays that do not follow from the one before: after leaving the Party only a re-admission or a
-- restoration, after a transfer out a transfer in, after death nothing. Moves are half_move's.
WITH steps AS (
  SELECT member, joined_on, unit, joined_by, lag(left_on) OVER (PARTITION BY member ORDER BY joined_on) AS was_left_on,
    lag(left_by) OVER (PARTITION BY member ORDER BY joined_on) AS was_left_by
  FROM stay
  WHERE joined_on <= :as_of
)
SELECT u.code AS unit, m.code AS member, iso(s.was_left_on) AS left_on, iso(s.joined_on) AS joined_on
FROM steps s JOIN member m ON m.id = s.member JOIN unit u ON u.id = s.unit
WHERE CASE s.was_left_by
    WHEN 1 THEN 1
    WHEN 2 THEN s.joined_by NOT IN (2, 5)
    WHEN 3 THEN s.joined_by NOT IN (2, 5)
    WHEN 4 THEN s.joined_by NOT IN (2, 5)
    WHEN 5 THEN s.joined_by NOT IN (3, 5)
  END
ORDER BY m.code, s.joined_on;
