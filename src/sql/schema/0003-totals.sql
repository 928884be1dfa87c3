-- Running totals of the units with many members, year by year, so that a report need not count members:
-- kept for the root and for the districts below it, for each unit with all below it.

-- Units whose totals are kept, each with the next one above it (NULL for the root). A unit that is not
-- here is counted when it is asked for; so is everything while the table is empty.
CREATE TABLE total_unit (
  unit INTEGER PRIMARY KEY,
  above INTEGER
) STRICT;

CREATE INDEX total_unit_above ON total_unit (above);

-- The totals at the end of each year in which something changed: joined and left by each way, since
-- ever, moves across the unit's border only; official members and open units at that time. days has the
-- changes of the year's days, packed (ledger.h).
CREATE TABLE total_year (
  unit INTEGER NOT NULL,
  year INTEGER NOT NULL,
  admitted INTEGER NOT NULL,
  readmitted INTEGER NOT NULL,
  transferred_in INTEGER NOT NULL,
  moved_in INTEGER NOT NULL,
  restored INTEGER NOT NULL,
  died INTEGER NOT NULL,
  expelled INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  resigned INTEGER NOT NULL,
  transferred_out INTEGER NOT NULL,
  moved_out INTEGER NOT NULL,
  official INTEGER NOT NULL,
  communes INTEGER NOT NULL,
  committees INTEGER NOT NULL,
  base_cells INTEGER NOT NULL,
  cells INTEGER NOT NULL,
  days BLOB NOT NULL,
  PRIMARY KEY (unit, year)
) STRICT, WITHOUT ROWID;

-- The population of each of these units (population.h), NULL where it has none: from which day on.
CREATE TABLE total_population (
  unit INTEGER NOT NULL,
  since INTEGER NOT NULL,
  population INTEGER,
  as_of INTEGER,
  PRIMARY KEY (unit, since)
) STRICT, WITHOUT ROWID;
