-- The stays of a member: what their own rows gave, and at the end the official_on that counts.
SELECT joined_on, unit, admitted_on, {{given_official stay}}, joined_by, left_on, left_by, facts, official_on
FROM stay WHERE member = ?1 ORDER BY joined_on;
