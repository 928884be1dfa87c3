-- Grassroots organisations open on :as_of that stand below another one.
WITH RECURSIVE up (unit, above) AS (
  SELECT u.id, p.above
  FROM unit u JOIN unit_version v ON v.unit = u.id AND {{holds_on v :as_of}}
    JOIN unit_place p ON p.unit = u.id AND p.place = p.unit AND {{holds_on p :as_of}}
  WHERE {{open_on u :as_of}} AND {{grassroots_kind v.kind}}
  UNION
  SELECT up.unit, p.above FROM up JOIN unit_place p ON p.unit = up.above AND {{holds_on p :as_of}}
)
SELECT u.code AS unit, NULL AS member, min(a.code) AS above
FROM up JOIN unit u ON u.id = up.unit JOIN unit a ON a.id = up.above
  JOIN unit_version v ON v.unit = a.id AND {{holds_on v :as_of}}
WHERE {{open_on a :as_of}} AND {{grassroots_kind v.kind}}
GROUP BY u.id
ORDER BY u.code;
