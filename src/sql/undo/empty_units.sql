-- Takes back a first load of units.
DELETE FROM unit;
