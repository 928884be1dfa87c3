-- The units whose members count in the unit :unit (0: in the root of each day), the days on which they do,
-- and a row for each kind they were while they were open on these days; on the tree of :tree, or of each day
-- when it is NULL.
WITH RECURSIVE {{area :unit :tree}}
SELECT a.unit, a.from_day, a.until_day, v.kind,
  CASE WHEN :tree IS NULL THEN max(a.from_day, v.from_day, u.opens) ELSE {{first_day}} END AS first,
  CASE WHEN :tree IS NULL THEN min(a.until_day, v.until_day, u.closes) ELSE {{end_day}} END AS until
FROM area a JOIN unit u ON u.id = a.unit
  LEFT JOIN unit_version v ON v.unit = u.id
    AND CASE WHEN :tree IS NULL THEN max(a.from_day, v.from_day, u.opens) < min(a.until_day, v.until_day, u.closes)
      ELSE {{holds_on v :tree}} AND {{open_on u :tree}} END
ORDER BY a.unit, a.from_day;
