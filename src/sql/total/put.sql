-- Keeps the totals of a unit at the end of a year.
INSERT INTO total_year (unit, year, days, admitted, readmitted, transferred_in, moved_in,
  restored, died, expelled, removed, resigned, transferred_out, moved_out, official, communes, committees,
  base_cells, cells)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19);
