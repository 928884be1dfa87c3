-- The units that import :import added or changed, or a version of them, as they are: for each kind that they
-- are while they are open.
SELECT u.id, v.kind, max(v.from_day, u.opens) AS first, min(v.until_day, u.closes) AS until
FROM unit u JOIN unit_version v ON v.unit = u.id
WHERE u.id IN (SELECT a FROM journal WHERE import = :import AND what IN (1, 6)) AND first < until;
