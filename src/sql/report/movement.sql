-- How the membership of each listed unit, open at some time from the eve of :from to :to, came from
-- opening (the day before :from) to closing (:to). A move between two units below the same listed unit
-- is no movement of it: totals counts moves across the unit's border. reorganised are members whom a change
-- of the tree brought in or took out.
SELECT l.level, l.code AS unit, l.name, l.kind,
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
  c.members AS closing,
  c.reorganised_in - o.reorganised_in AS reorganised_in,
  c.reorganised_out - o.reorganised_out AS reorganised_out
FROM listed l JOIN totals(l.counted, :from - 1, :tree) o JOIN totals(l.counted, :to, :tree) c
WHERE l.level = 0 OR max(:from - 1, l.opens) < min(:to + 1, l.closes)
ORDER BY l.place;
