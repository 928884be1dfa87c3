-- Undoes a first load of population rows: deletes all of them.
DELETE FROM population;
