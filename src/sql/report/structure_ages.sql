-- The people of the report structure by age band and gender.
WITH
people AS (
  SELECT m.birth, m.gender, CASE :of WHEN 'admitted' THEN s.joined_on ELSE :as_of END AS day
  FROM below b JOIN stay s ON s.unit = b.unit
      AND CASE :of WHEN 'admitted' THEN {{holds_on b s.joined_on}} ELSE {{holds_on b :as_of}} END
    JOIN member m ON m.id = s.member
  WHERE CASE :of
    WHEN 'admitted' THEN {{admission s}} AND s.joined_on BETWEEN :from AND :to
    ELSE {{member_on s :as_of}}
  END
)
SELECT coalesce(age_band(birth_age(birth, day)), 'unknown') AS "group",
  count(*) FILTER (WHERE gender = word('gender', 'male')) AS male,
  count(*) FILTER (WHERE gender = word('gender', 'female')) AS female,
  count(*) FILTER (WHERE gender IS NULL) AS unknown
FROM people
GROUP BY 1
ORDER BY typeof("group") = 'text', "group";
