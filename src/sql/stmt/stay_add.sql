-- Stores the new stays of the batch.
INSERT INTO stay (member, joined_on, unit, admitted_on, official_on, joined_by, left_on, left_by, facts,
  carried)
SELECT c1, c2, c3, c4, c5, c6, c7, c8, c9, c10 FROM added_stay;
