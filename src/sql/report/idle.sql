-- Cells and base cells of the scope that are open on :as_of, with no open unit below them, have members and
-- have admitted nobody for :months whole months, or never. An admission counts where it was on its day. In tree
-- order.
WITH
figures AS (
  SELECT l.place, l.code AS unit, l.name, l.kind,
    (SELECT count(*) FROM unit_place p JOIN stay s ON s.unit = p.unit
      WHERE {{lives_in p l.unit :shown}} AND {{member_on s :as_of}}) AS members,
    (SELECT max(s.joined_on) FROM unit_place p JOIN stay s ON s.unit = p.unit
      WHERE {{lives_in p l.unit coalesce(:tree,s.joined_on)}} AND {{admission s}} AND s.joined_on <= :as_of)
      AS last_admission
  FROM listed l
  WHERE {{leaf_kind l.kind}} AND {{open_on l :as_of}}
    AND NOT EXISTS (SELECT 1 FROM unit_place p JOIN unit c ON c.id = p.unit
      WHERE p.above = l.unit AND p.place = p.unit AND {{holds_on p :shown}} AND {{open_on c :shown}})
)
SELECT unit, name, kind, members, last_admission, months_between(last_admission, :as_of) AS months_idle
FROM figures
WHERE members > 0 AND (last_admission IS NULL OR months_between(last_admission, :as_of) >= :months)
ORDER BY place;
