-- Members and admissions of the whole table on 2022-04-30, in one scan.
SELECT
  count(*) FILTER (WHERE joined_on <= '2022-04-30' AND (left_on = '' OR '2022-04-30' < left_on))
    AS members,
  count(*) FILTER (WHERE joined_on <= '2022-04-30' AND (left_on = '' OR '2022-04-30' < left_on)
    AND official_on <> '' AND official_on <= '2022-04-30') AS official,
  count(*) FILTER (WHERE joined_by IN ('admitted', 'readmitted')
    AND joined_on BETWEEN '2021-01-01' AND '2022-04-30') AS admitted
FROM members;
