-- Stays from the member with this id on, in the order of ids.
SELECT member, joined_on, unit, admitted_on, official_on, joined_by, left_on, left_by
FROM stay WHERE member >= ?1 ORDER BY member, joined_on;
