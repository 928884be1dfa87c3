-- Committees of the grassroots open on :as_of with fewer than 30 members, themselves and below.
-- The CROSS JOIN keeps its order: only these units are counted.
SELECT u.code AS unit, NULL AS member, t.members
FROM unit u JOIN unit_version v ON v.unit = u.id AND {{holds_on v :as_of}}
  CROSS JOIN totals(u.id, :as_of, NULL) t
WHERE v.kind IN (word('unit_kind', 'commune'), word('unit_kind', 'committee')) AND {{open_on u :as_of}}
  AND t.members < 30
ORDER BY u.code;
