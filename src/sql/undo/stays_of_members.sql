-- All stays of each member of whom import :import added or changed a stay.
SELECT s.member, s.unit, s.joined_on, s.left_on, s.official_on, s.joined_by, s.left_by
FROM (SELECT DISTINCT a AS member FROM journal WHERE import = :import AND what = 5) j
  JOIN stay s ON s.member = j.member
ORDER BY s.member, s.joined_on;
