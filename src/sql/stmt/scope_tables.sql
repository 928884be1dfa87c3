-- What reports by unit read: the units that get a row, in the order of the rows, and every unit with
-- each listed unit that it counts for.
DROP TABLE IF EXISTS temp.listed;
DROP TABLE IF EXISTS temp.below;
CREATE TEMP TABLE listed (place INTEGER PRIMARY KEY, level INTEGER NOT NULL, unit INTEGER NOT NULL);
CREATE TEMP TABLE below (top INTEGER NOT NULL, unit INTEGER NOT NULL, PRIMARY KEY (top, unit))
  WITHOUT ROWID;
