-- Communes and towns of the grassroots that are open on :as_of, when that is after districts were abolished.
SELECT u.code AS unit, NULL AS member
FROM unit u JOIN unit_version v ON v.unit = u.id AND {{holds_on v :as_of}}
WHERE :as_of >= day('2025-07-01') AND v.kind = word('unit_kind', 'commune') AND {{open_on u :as_of}}
ORDER BY u.code;
