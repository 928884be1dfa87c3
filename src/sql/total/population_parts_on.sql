-- What is open and directly below the unit ?1 on the day ?2, of a kind that has a population.
SELECT p.unit
FROM unit_place p JOIN unit u ON u.id = p.unit JOIN unit_version v ON v.unit = u.id AND {{holds_on v ?2}}
WHERE p.above = ?1 AND p.place = p.unit AND {{holds_on p ?2}} AND {{open_on u ?2}} AND {{peopled v}}
ORDER BY p.unit;
