-- Had the unit :unit, itself or below it, members on a day from :first to the day before :until?
WITH RECURSIVE {{area :unit NULL}}
SELECT EXISTS (
  SELECT 1 FROM area a JOIN stay s ON s.unit = a.unit
  WHERE max(s.joined_on, a.from_day, :first) < min(coalesce(s.left_on, {{end_day}}), a.until_day, :until));
