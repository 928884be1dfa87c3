-- Units whose kept totals or populations are not what counting gives, on whatever day; the roll's, by its
-- root on :as_of; and stays with an official_on that is carried along wrongly.
SELECT coalesce(u.code, (SELECT r.code FROM unit r WHERE r.id = {{root_from :as_of}})) AS unit,
  NULL AS member
FROM total_unit t LEFT JOIN unit u ON u.id = t.unit
WHERE NOT totals_right(t.unit) OR NOT population_right(t.unit)
UNION ALL
SELECT u.code, m.code
FROM stay s JOIN member m ON m.id = s.member JOIN unit u ON u.id = s.unit
WHERE {{given_official s}} IS NULL AND (s.official_on, s.carried) IS NOT ({{carried_official s}})
ORDER BY 1, 2;
