-- Members of the unit and all below it on :as_of who are in no row of the file, by code.
WITH RECURSIVE {{area :counted NULL}}
SELECT m.code AS member, m.full_name
FROM area a JOIN stay s ON s.unit = a.unit JOIN member m ON m.id = s.member
WHERE {{holds_on a :as_of}} AND {{member_on s :as_of}} AND m.code NOT IN (SELECT member FROM complete)
ORDER BY m.code;
