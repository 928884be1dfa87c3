-- Stays that do not go together with the one before: after leaving the Party only a re-admission or
-- a restoration may follow, after a transfer out a transfer in, after death nothing. (Moves are
-- checked in half_move.sql.)
WITH steps AS (
  SELECT member, joined_on, unit, joined_by, lag(left_on) OVER (PARTITION BY member ORDER BY joined_on) AS was_left_on,
    lag(left_by) OVER (PARTITION BY member ORDER BY joined_on) AS was_left_by
  FROM stay
  WHERE joined_on <= :as_of
)
SELECT u.code AS unit, m.code AS member, iso(s.was_left_on) AS left_on, iso(s.joined_on) AS joined_on
FROM steps s JOIN member m ON m.id = s.member JOIN unit u ON u.id = s.unit
WHERE CASE s.was_left_by
    WHEN word('left_by', 'died') THEN 1
    WHEN word('left_by', 'transferred')
      THEN s.joined_by NOT IN (word('joined_by', 'transferred'), word('joined_by', 'restored'))
    WHEN word('left_by', 'moved') THEN 0
    ELSE s.joined_by NOT IN (word('joined_by', 'readmitted'), word('joined_by', 'restored'))
  END AND s.was_left_by IS NOT NULL
ORDER BY m.code, s.joined_on;
