-- Admissions by unit in the term of the plan, up to 2022-04-30.
SELECT unit, count(*) AS admitted FROM members
WHERE joined_by IN ('admitted', 'readmitted') AND joined_on BETWEEN '2021-01-01' AND '2022-04-30'
GROUP BY unit;
