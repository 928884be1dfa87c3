-- How the members of each listed unit that was open at some time from the eve of :from to :to
-- became those of closing (:to) from those of opening (the eve of :from). A move between two units
-- below the listed unit is no movement of it: totals counts moves across its border only.
SELECT l.level, u.code AS unit, u.name, u.kind,
  o.members AS opening,
  c.admitted - o.admitted AS admitted,
  c.readmitted - o.readmitted AS readmitted,
  c.transferred_in - o.transferred_in AS transferred_in,
  c.moved_in - o.moved_in AS moved_in,
  c.restored - o.restored AS restored,
  c.joined - o.joined AS increase,
  c.died - o.died AS died,
  c.expelled - o.expelled AS expelled,
  c.removed - o.removed AS removed,
  c.resigned - o.resigned AS resigned,
  c.transferred_out - o.transferred_out AS transferred_out,
  c.moved_out - o.moved_out AS moved_out,
  c.gone - o.gone AS decrease,
  c.members AS closing
FROM listed l JOIN unit u ON u.id = l.unit
  JOIN totals(l.unit, :from - 1) o JOIN totals(l.unit, :to) c
WHERE l.level = 0
  OR ((u.opened_on IS NULL OR u.opened_on <= :to)
    AND (u.closed_on IS NULL OR max(:from - 1, coalesce(u.opened_on, :from - 1)) < u.closed_on))
ORDER BY l.place;
