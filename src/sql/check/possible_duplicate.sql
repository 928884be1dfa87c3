-- Members with different codes, the same name (as it is matched) and the same birth date.
WITH people AS (
  SELECT id, code, full_name, fold(full_name) AS name_key, birth FROM member
  WHERE full_name IS NOT NULL AND birth IS NOT NULL
),
groups AS (
  SELECT *, first_value(code) OVER (PARTITION BY name_key, birth ORDER BY code) AS first FROM people
)
SELECT (SELECT u.code FROM stay s JOIN unit u ON u.id = s.unit
    WHERE s.member = g.id ORDER BY s.joined_on DESC LIMIT 1) AS unit,
  g.code AS member, g.full_name AS full_name, g.first AS first
FROM groups g
WHERE g.code <> g.first
ORDER BY g.code;
