-- The whole table in the order of its key.
SELECT * FROM members ORDER BY member, joined_on;
