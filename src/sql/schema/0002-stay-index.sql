-- Answers every count by unit and date without touching the table. A first load drops it and makes it
-- again at its end.
CREATE INDEX stay_unit ON stay (unit, joined_on, left_on, official_on, joined_by, left_by);
