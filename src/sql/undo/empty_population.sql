-- Takes back a first load of population rows.
DELETE FROM population;
