-- For want of which units a sum of populations is missing on :as_of, of the scope or else of the first listed
-- unit that has none.
SELECT coalesce(population_missing(:counted, :as_of, :tree), (
  SELECT population_missing(l.unit, :as_of, :tree) FROM listed l
  WHERE l.level > 0 AND {{open_on l :as_of}} AND population_missing(l.unit, :as_of, :tree) IS NOT NULL
  ORDER BY l.place LIMIT 1));
