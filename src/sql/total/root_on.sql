-- The root of the day ?1, and the days on which it is; or 0 and the days until the next one.
SELECT unit, from_day, until_day FROM unit_place p
WHERE above = 0 AND place = unit AND {{holds_on p ?1}}
UNION ALL
SELECT 0, ?1, coalesce(min(from_day), {{end_day}}) FROM unit_place
WHERE above = 0 AND place = unit AND from_day > ?1
ORDER BY 1 DESC
LIMIT 1;
