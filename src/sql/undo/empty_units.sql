-- Undoes a first load of units: deletes all of them.
DELETE FROM unit;
