-- The units that were merged into the unit ?1, with the day, and whether they stood below it on the eve.
SELECT m.id, m.closed_on, EXISTS (
    WITH RECURSIVE up (unit) AS (
      SELECT above FROM unit_place p WHERE p.unit = m.id AND {{holds_on p m.closed_on-1}}
      UNION
      SELECT p.above FROM up JOIN unit_place p ON p.unit = up.unit AND {{holds_on p m.closed_on-1}}
    )
    SELECT 1 FROM up WHERE unit = ?1)
FROM unit m WHERE m.merged_into = ?1
ORDER BY m.closed_on, m.id;
