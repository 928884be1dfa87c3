-- Tables for a WITH: root_term, the plan's row from $1 to $2 for the roll, which is that of the root of
-- :shown, else of the root before it and so back, else of the next one after; and term, the target of the
-- scope and the ratio planned for it or else for the roll.
root_term (target, ratio) AS MATERIALIZED (
  SELECT p.target, p.ratio
  FROM plan_row p JOIN unit_place r ON r.unit = p.unit AND r.above = 0 AND r.place = r.unit
  WHERE p.code = :plan AND p.from_on = $1 AND p.to_on = $2
  ORDER BY r.from_day > :shown, abs(r.from_day - :shown)
  LIMIT 1
),
term (target, ratio) AS MATERIALIZED (
  SELECT max(target), coalesce(max(ratio), (SELECT ratio FROM root_term))
  FROM (
    SELECT target, ratio FROM root_term WHERE :counted = 0
    UNION ALL
    SELECT target, ratio FROM plan_row
    WHERE :counted <> 0 AND unit = :unit AND code = :plan AND from_on = $1 AND to_on = $2)
)
