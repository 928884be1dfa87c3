-- Kept totals and populations that show when they are damaged: each row has a proof, a checksum of its
-- other columns (proof.h), and names the row that stands beside it, so that a missing row is noticed as
-- well. members is counted beside the ways of joining and leaving, so that one can be held against the
-- other. All is empty until it is counted anew.
DROP TABLE total_year;
DROP TABLE total_unit;
DROP TABLE total_population;

-- As in 0003; last is the last year that is kept of the unit, NULL for none.
CREATE TABLE total_unit (
  unit INTEGER PRIMARY KEY,
  above INTEGER,
  last INTEGER,
  proof INTEGER NOT NULL
) STRICT;

CREATE INDEX total_unit_above ON total_unit (above);

-- before is the year that is kept before this one, NULL for none; step is the proof of the two, so that
-- whoever looks at the row before need not read all of this one.
CREATE TABLE total_year (
  unit INTEGER NOT NULL,
  year INTEGER NOT NULL,
  before INTEGER,
  step INTEGER NOT NULL,
  proof INTEGER NOT NULL,
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
  members INTEGER NOT NULL,
  official INTEGER NOT NULL,
  communes INTEGER NOT NULL,
  committees INTEGER NOT NULL,
  base_cells INTEGER NOT NULL,
  cells INTEGER NOT NULL,
  days BLOB NOT NULL,
  PRIMARY KEY (unit, year)
) STRICT, WITHOUT ROWID;

-- until is the day from which the next row holds, NULL for none.
CREATE TABLE total_population (
  unit INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER,
  population INTEGER,
  as_of INTEGER,
  proof INTEGER NOT NULL,
  PRIMARY KEY (unit, since)
) STRICT, WITHOUT ROWID;
