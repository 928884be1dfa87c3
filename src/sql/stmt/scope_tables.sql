-- What reports by unit read: the units that get a row, in the order of the rows, or the scope and every
-- unit below it.
DROP TABLE IF EXISTS temp.listed;
DROP TABLE IF EXISTS temp.below;
CREATE TEMP TABLE listed (place INTEGER PRIMARY KEY, level INTEGER NOT NULL, unit INTEGER NOT NULL);
CREATE TEMP TABLE below (unit INTEGER PRIMARY KEY);
