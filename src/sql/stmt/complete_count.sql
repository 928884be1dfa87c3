-- How many members the unit and all below it have on :as_of.
WITH RECURSIVE {{area :counted NULL}}
SELECT count(*)
FROM area a JOIN stay s ON s.unit = a.unit
WHERE {{holds_on a :as_of}} AND {{member_on s :as_of}};
