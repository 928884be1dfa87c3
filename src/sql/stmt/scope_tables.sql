-- Makes the tables that reports read: `listed`, the units that get a row, in the order of the rows;
-- and `below`, the scope and every unit below it.
DROP TABLE IF EXISTS temp.listed;
DROP TABLE IF EXISTS temp.below;
CREATE TEMP TABLE listed (place INTEGER PRIMARY KEY, level INTEGER NOT NULL, unit INTEGER NOT NULL);
CREATE TEMP TABLE below (unit INTEGER PRIMARY KEY);
