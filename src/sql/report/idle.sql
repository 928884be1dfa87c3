-- Cells and base cells of the scope that are open on :as_of, have members and have admitted nobody for
-- :months whole months, or never. In tree order.
WITH RECURSIVE
tree (level, code, unit) AS (
  SELECT 0, code, id FROM unit WHERE id = :unit
  UNION ALL
  SELECT t.level + 1, u.code, u.id FROM tree t JOIN unit u ON u.parent = t.unit
  ORDER BY 1 DESC, 2
),
leaves AS (
  SELECT row_number() OVER () AS place, u.*
  FROM tree t JOIN unit u ON u.id = t.unit
),
figures AS (
  SELECT place, code AS unit, name, kind,
    (SELECT count(*) FROM stay s WHERE s.unit = leaves.id AND {{member_on s :as_of}}) AS members,
    (SELECT max(s.joined_on) FROM stay s WHERE s.unit = leaves.id AND {{admission s}}
      AND s.joined_on <= :as_of) AS last_admission
  FROM leaves
  WHERE kind IN (word('unit_kind', 'base_cell'), word('unit_kind', 'cell')) AND NOT EXISTS (SELECT 1 FROM unit c WHERE c.parent = leaves.id)
    AND {{open_on leaves :as_of}}
)
SELECT unit, name, kind, members, last_admission, months_between(last_admission, :as_of) AS months_idle
FROM figures
WHERE members > 0 AND (last_admission IS NULL OR months_between(last_admission, :as_of) >= :months)
ORDER BY place;
