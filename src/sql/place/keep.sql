-- Keeps the places that were worked out; those that stay the same are not touched.
DELETE FROM unit_place
WHERE NOT EXISTS (
  SELECT 1 FROM place_now p
  WHERE p.unit = unit_place.unit AND p.from_day = unit_place.from_day AND p.until_day = unit_place.until_day
    AND p.place = unit_place.place AND p.above IS unit_place.above);
INSERT INTO unit_place (unit, from_day, until_day, place, above)
SELECT unit, from_day, until_day, place, above FROM place_now p
WHERE NOT EXISTS (SELECT 1 FROM unit_place u WHERE u.unit = p.unit AND u.from_day = p.from_day);
