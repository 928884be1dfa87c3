-- Stays from the member with this id on, in the order of ids, as their own rows gave them.
SELECT member, joined_on, unit, admitted_on, {{given_official stay}}, joined_by, left_on, left_by
FROM stay WHERE member >= ?1 ORDER BY member, joined_on;
