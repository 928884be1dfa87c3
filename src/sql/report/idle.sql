-- Cells and base cells of the scope that are open on :as_of, have members and have admitted nobody for
-- :months whole months, or never. In tree order.
WITH
figures AS (
  SELECT l.place, u.code AS unit, u.name, u.kind,
    (SELECT count(*) FROM stay s WHERE s.unit = u.id AND {{member_on s :as_of}}) AS members,
    (SELECT max(s.joined_on) FROM stay s WHERE s.unit = u.id AND {{admission s}}
      AND s.joined_on <= :as_of) AS last_admission
  FROM listed l JOIN unit u ON u.id = l.unit
  WHERE u.kind IN (word('unit_kind', 'base_cell'), word('unit_kind', 'cell'))
    AND NOT EXISTS (SELECT 1 FROM unit c WHERE c.parent = u.id) AND {{open_on u :as_of}}
)
SELECT unit, name, kind, members, last_admission, months_between(last_admission, :as_of) AS months_idle
FROM figures
WHERE members > 0 AND (last_admission IS NULL OR months_between(last_admission, :as_of) >= :months)
ORDER BY place;
