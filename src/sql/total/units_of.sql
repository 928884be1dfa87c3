-- The units that import :import added or changed, as they are and (NULL when added) as they were,
-- and whether the tree is different then: other units above, or a different choice of units with
-- kept totals.
SELECT u.id, u.kind, u.opened_on, u.closed_on, j.was IS NOT NULL, j.was ->> 4, j.was ->> 5,
  CASE WHEN j.was IS NULL THEN u.kind = word('unit_kind', 'district') ELSE j.was ->> 2 <> u.kind OR j.was ->> 3 IS NOT u.parent END
FROM journal j JOIN unit u ON u.id = j.a
WHERE j.import = :import AND j.what = 1;
