-- Units open on :as_of whose newest population is older than three years.
SELECT u.code AS unit, NULL AS member, iso(max(p.as_of)) AS as_of
FROM unit u JOIN population p ON p.unit = u.id
WHERE p.as_of <= :as_of AND {{open_on u :as_of}}
GROUP BY u.id
HAVING max(p.as_of) < add_months(:as_of, -36)
ORDER BY u.code;
