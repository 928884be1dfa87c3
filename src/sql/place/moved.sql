-- Does a unit that was there stand elsewhere now, on whatever day?
SELECT EXISTS (
  SELECT 1 FROM unit_place was
  WHERE NOT EXISTS (
    SELECT 1 FROM place_now p
    WHERE p.unit = was.unit AND p.from_day = was.from_day AND p.until_day = was.until_day
      AND p.place = was.place AND p.above IS was.above));
