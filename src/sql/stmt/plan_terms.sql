-- Every plan with its term, the widest of its periods over all its units (the earliest when several are
-- as wide), and whether it is the built-in one that no file has named.
SELECT code, from_on, from_on + days AS to_on, built_in
FROM (
  SELECT code, days, built_in,
    (SELECT min(p.from_on) FROM plan p WHERE p.code = widest.code AND p.to_on - p.from_on = days) AS from_on
  FROM (SELECT code, max(to_on - from_on) AS days, min(built_in) AS built_in FROM plan GROUP BY code) widest
)
ORDER BY code;
