-- The official_on that the stay $1 has from the member's earlier stays, NULL for none, and 1 for one or 0.
SELECT max(official_on), count(*) FROM (
  SELECT e.official_on FROM stay e
  WHERE e.member = $1.member AND e.admitted_on = $1.admitted_on AND e.joined_on < $1.joined_on
    AND e.official_on IS NOT NULL AND e.carried = 0
  ORDER BY e.joined_on DESC LIMIT 1)
