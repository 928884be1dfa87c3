-- Members by unit on 2022-04-30.
SELECT unit, count(*) AS members FROM members
WHERE joined_on <= '2022-04-30' AND (left_on = '' OR '2022-04-30' < left_on)
GROUP BY unit;
