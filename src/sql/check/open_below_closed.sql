-- Units open on :as_of directly below one that is closed and was merged into none.
SELECT u.code AS unit, NULL AS member, a.code AS above, iso(a.closes) AS closed_on
FROM unit_place p JOIN unit u ON u.id = p.unit JOIN unit a ON a.id = p.above
WHERE p.place = p.unit AND {{holds_on p :as_of}} AND {{open_on u :as_of}} AND a.closes <= :as_of
ORDER BY u.code;
