-- What reports by unit read: the units that get a row, in the order of the rows, or the units whose members
-- count in the scope, with the days on which they do.
DROP TABLE IF EXISTS temp.listed;
DROP TABLE IF EXISTS temp.below;
CREATE TEMP TABLE listed (
  place INTEGER PRIMARY KEY,
  level INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  counted INTEGER NOT NULL, -- whose totals are its own: 0 (the root of each day) for a scope that is the root
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  opens INTEGER NOT NULL,
  closes INTEGER NOT NULL
);
CREATE TEMP TABLE below (
  unit INTEGER NOT NULL, from_day INTEGER NOT NULL, until_day INTEGER NOT NULL,
  PRIMARY KEY (unit, from_day)) WITHOUT ROWID;
