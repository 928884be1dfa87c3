-- The units whose members count in the scope, and the days on which they do.
INSERT INTO below (unit, from_day, until_day)
WITH RECURSIVE {{area :counted :tree}}
SELECT unit, from_day, until_day FROM area;
