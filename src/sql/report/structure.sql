-- The members of the scope on :as_of, or the stays that began there by admission from :from to :to,
-- grouped by one field. Age, Party age and status are those of :as_of, or of the day of joining.
WITH
people AS (
  SELECT m.*, s.unit, s.admitted_on, s.official_on,
    CASE :of WHEN 'admitted' THEN s.joined_on ELSE :as_of END AS day
  FROM below b JOIN stay s ON s.unit = b.unit
      AND CASE :of WHEN 'admitted' THEN {{holds_on b s.joined_on}} ELSE {{holds_on b :as_of}} END
    JOIN member m ON m.id = s.member
  WHERE CASE :of
    WHEN 'admitted' THEN {{admission s}} AND s.joined_on BETWEEN :from AND :to
    ELSE {{member_on s :as_of}}
  END
),
grouped AS (
  SELECT
    -- a value of the code list of the field, or a text
    CASE :by
      WHEN 'gender' THEN gender
      WHEN 'theory' THEN theory
      WHEN 'kind' THEN (
        SELECT v.kind FROM unit_place p JOIN unit_version v ON v.unit = p.place
        WHERE p.unit = people.unit AND {{holds_on p coalesce(:tree,day)}} AND {{holds_on v coalesce(:tree,day)}})
      WHEN 'status' THEN CASE WHEN official_on <= day THEN word('member_status', 'official')
        ELSE word('member_status', 'probationary') END
      WHEN 'party_age' THEN years_between(admitted_on, day) / 10 + 1
      WHEN 'age' THEN age_band(birth_age(birth, day))
      WHEN 'ethnicity' THEN ethnicity
      WHEN 'religion' THEN CASE religion WHEN 'Không' THEN 'none' ELSE religion END
      WHEN 'occupation' THEN occupation
      WHEN 'education' THEN education
    END AS word
  FROM people
),
-- A cell with the word "unknown" says no more than an empty one.
counted AS (
  SELECT nullif(word, 'unknown') AS word, count(*) AS members FROM grouped GROUP BY 1
)
SELECT CASE
    WHEN word IS NULL THEN 'unknown'
    -- not in the code list: the date cannot be right
    WHEN :by = 'party_age' AND word > 11 THEN (10 * word - 10) || '-' || (10 * word - 1)
    ELSE word
  END AS "group", members,
  percent(members, (SELECT sum(members) FROM counted)) AS percent
FROM counted
ORDER BY word IS NULL,
  CASE WHEN :by = 'kind' THEN word_place('unit_kind', word) WHEN typeof(word) = 'integer' THEN word END, members DESC, word;
