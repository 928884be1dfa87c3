-- The root of the day $1, or else the first one after it.
(SELECT root.unit FROM unit_place root
  WHERE root.above = 0 AND root.place = root.unit AND root.until_day > $1
  ORDER BY root.from_day LIMIT 1)
