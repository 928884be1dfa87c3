-- The stays in a unit.
SELECT member, joined_on, left_on, official_on, joined_by, left_by FROM stay WHERE unit = ?1;
