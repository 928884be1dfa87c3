-- Takes back a first load of units.
DELETE FROM unit_place;
DELETE FROM unit_version;
DELETE FROM unit;
