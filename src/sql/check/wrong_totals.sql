-- Units whose kept totals or populations are not what counting gives, on whatever day; the roll's, by its
-- root on :as_of.
SELECT coalesce(u.code, (SELECT r.code FROM unit r WHERE r.id = {{root_from :as_of}})) AS unit,
  NULL AS member
FROM total_unit t LEFT JOIN unit u ON u.id = t.unit
WHERE NOT totals_right(t.unit) OR NOT population_right(t.unit)
ORDER BY 1;
