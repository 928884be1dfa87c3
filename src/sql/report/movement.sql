-- How the membership of each listed unit, open at some time from the eve of :from to :to, came from
-- opening (the day before :from) to closing (:to). A move between two units below the same listed unit
-- is no movement of it: a stay that ends by moving on a day and the member's next one that begins by
-- moving that day are one move.
WITH
joined AS (
  SELECT b.top, s.joined_by AS how, count(*) AS n
  FROM below b JOIN stay s ON s.unit = b.unit
  WHERE s.joined_on BETWEEN :from AND :to
    AND NOT (s.joined_by = 4 AND EXISTS (
      SELECT 1 FROM stay o JOIN below x ON x.top = b.top AND x.unit = o.unit
      WHERE o.member = s.member AND o.joined_on < s.joined_on AND o.left_on = s.joined_on
        AND o.left_by = 6))
  GROUP BY b.top, s.joined_by
),
gone AS (
  SELECT b.top, s.left_by AS how, count(*) AS n
  FROM below b JOIN stay s ON s.unit = b.unit
  WHERE s.left_on BETWEEN :from AND :to
    AND NOT (s.left_by = 6 AND s.joined_on < s.left_on AND EXISTS (
      SELECT 1 FROM stay o JOIN below x ON x.top = b.top AND x.unit = o.unit
      WHERE o.member = s.member AND o.joined_on = s.left_on AND o.joined_by = 4))
  GROUP BY b.top, s.left_by
),
present AS (
  SELECT b.top,
    count(*) FILTER (WHERE s.joined_on < :from AND (s.left_on IS NULL OR :from <= s.left_on)) AS opening,
    count(*) FILTER (WHERE s.joined_on <= :to AND (s.left_on IS NULL OR :to < s.left_on)) AS closing
  FROM below b JOIN stay s ON s.unit = b.unit
  GROUP BY b.top
),
increases AS (
  SELECT top, sum(n) AS increase,
    sum(n) FILTER (WHERE how = 1) AS admitted, sum(n) FILTER (WHERE how = 2) AS readmitted,
    sum(n) FILTER (WHERE how = 3) AS transferred, sum(n) FILTER (WHERE how = 4) AS moved,
    sum(n) FILTER (WHERE how = 5) AS restored
  FROM joined GROUP BY top
),
decreases AS (
  SELECT top, sum(n) AS decrease,
    sum(n) FILTER (WHERE how = 1) AS died, sum(n) FILTER (WHERE how = 2) AS expelled,
    sum(n) FILTER (WHERE how = 3) AS removed, sum(n) FILTER (WHERE how = 4) AS resigned,
    sum(n) FILTER (WHERE how = 5) AS transferred, sum(n) FILTER (WHERE how = 6) AS moved
  FROM gone GROUP BY top
)
SELECT l.level, u.code AS unit, u.name, u.kind,
  coalesce(p.opening, 0) AS opening,
  coalesce(i.admitted, 0) AS admitted,
  coalesce(i.readmitted, 0) AS readmitted,
  coalesce(i.transferred, 0) AS transferred_in,
  coalesce(i.moved, 0) AS moved_in,
  coalesce(i.restored, 0) AS restored,
  coalesce(i.increase, 0) AS increase,
  coalesce(d.died, 0) AS died,
  coalesce(d.expelled, 0) AS expelled,
  coalesce(d.removed, 0) AS removed,
  coalesce(d.resigned, 0) AS resigned,
  coalesce(d.transferred, 0) AS transferred_out,
  coalesce(d.moved, 0) AS moved_out,
  coalesce(d.decrease, 0) AS decrease,
  coalesce(p.closing, 0) AS closing
FROM listed l JOIN unit u ON u.id = l.unit
  LEFT JOIN present p ON p.top = l.unit
  LEFT JOIN increases i ON i.top = l.unit
  LEFT JOIN decreases d ON d.top = l.unit
WHERE l.level = 0
  OR ((u.opened_on IS NULL OR u.opened_on <= :to)
    AND (u.closed_on IS NULL OR max(:from - 1, coalesce(u.opened_on, :from - 1)) < u.closed_on))
ORDER BY l.place;
