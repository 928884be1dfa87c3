-- The stays of a member.
SELECT joined_on, unit, admitted_on, official_on, joined_by, left_on, left_by, facts
FROM stay WHERE member = ?1 ORDER BY joined_on;
