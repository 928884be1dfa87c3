-- Every plan with its term, the widest of its periods over all its units, and whether it is the
-- built-in one that no file has named.
SELECT code, from_on, to_on,
  (SELECT min(built_in) FROM plan named WHERE named.code = plan.code) AS built_in
FROM plan
WHERE id IN (
  SELECT first_value(id) OVER (PARTITION BY code ORDER BY to_on - from_on DESC, from_on, id) FROM plan)
ORDER BY code;
