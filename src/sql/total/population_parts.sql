-- What stands directly below the unit ?1, on which days it does, and of these the days on which it is open
-- and of a kind that has a population of its own by law: those above the grassroots, and communes.
SELECT p.unit, p.from_day, p.until_day, max(p.from_day, v.from_day, u.opens),
  min(p.until_day, v.until_day, u.closes)
FROM unit_place p JOIN unit u ON u.id = p.unit
  JOIN unit_version v ON v.unit = u.id AND v.from_day < p.until_day AND p.from_day < v.until_day
WHERE p.above = ?1 AND p.place = p.unit AND {{peopled v}};
