-- The kept totals of a unit from a year on.
SELECT year, days, admitted, readmitted, transferred_in, moved_in, restored, died, expelled, removed,
  resigned, transferred_out, moved_out, official, communes, committees, base_cells, cells
FROM total_year WHERE unit = ?1 AND year >= ?2
ORDER BY year;
