-- Stores the totals of a unit at the end of a year; ?3 is the kept year before it.
INSERT INTO total_year (unit, year, before, step, days, admitted, readmitted, transferred_in, moved_in,
  restored, died, expelled, removed, resigned, transferred_out, moved_out, members, official, communes,
  committees, base_cells, cells, proof)
VALUES (?1, ?2, ?3, proof(?1, ?2, ?3), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
  ?18, ?19, ?20, ?21,
  proof(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21));
