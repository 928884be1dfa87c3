-- Increase, decrease and admissions by month from 2021-01-01 to 2022-04-30; moves between units are none.
WITH
came AS (
  SELECT substr(joined_on, 1, 7) AS month, count(*) FILTER (WHERE joined_by <> 'moved') AS increase,
    count(*) FILTER (WHERE joined_by IN ('admitted', 'readmitted')) AS admitted
  FROM members WHERE joined_on BETWEEN '2021-01-01' AND '2022-04-30' GROUP BY 1
),
went AS (
  SELECT substr(left_on, 1, 7) AS month, count(*) FILTER (WHERE left_by <> 'moved') AS decrease
  FROM members WHERE left_on BETWEEN '2021-01-01' AND '2022-04-30' GROUP BY 1
)
SELECT month, increase, decrease, admitted FROM came LEFT JOIN went USING (month) ORDER BY month;
