-- The units that make up the unit ?1 as it is on the day ?3, as they were on the day ?2, of which those that
-- stood below another of them are left out: itself, and what counts in it on ?3, as far as they were open and
-- of a kind that has a population, or had one of their own.
WITH RECURSIVE parts (unit) AS (
  SELECT u.id FROM unit u
    JOIN unit_place p ON p.unit = u.id AND {{holds_on p ?3}}
    JOIN unit_version v ON v.unit = u.id AND {{holds_on v ?2}}
  WHERE (u.id = ?1 OR (p.place = ?1 AND p.place <> p.unit)) AND {{open_on u ?2}}
    AND (u.id = ?1 OR {{peopled v}}
      OR EXISTS (SELECT 1 FROM population n WHERE n.unit = u.id AND n.as_of <= ?2))
),
up (unit, top) AS (
  SELECT s.unit, p.above FROM parts s JOIN unit_place p ON p.unit = s.unit AND {{holds_on p ?2}}
  UNION
  SELECT up.unit, p.above FROM up JOIN unit_place p ON p.unit = up.top AND {{holds_on p ?2}}
)
SELECT unit FROM parts
WHERE unit NOT IN (SELECT unit FROM up WHERE top IN (SELECT unit FROM parts))
ORDER BY unit;
