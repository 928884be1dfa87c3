-- Units through time. A unit is its code, its days and what it was merged into; a version says what it is
-- called, what kind it is and where it belongs from a day on; from these it is worked out what each unit
-- stood below on which days (unit_place). Days before all others and after all others are -1000000 and
-- 10000000: a first version is since -1000000 where the file leaves `since` empty.

DROP VIEW plan_row;

CREATE TABLE unit_now (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  opened_on INTEGER,
  closed_on INTEGER,
  merged_into INTEGER REFERENCES unit_now (id) DEFERRABLE INITIALLY DEFERRED,
  -- Worked out: the first day on which it is open, and the first day on which it is no more.
  opens INTEGER NOT NULL DEFAULT -1000000,
  closes INTEGER NOT NULL AS (coalesce(closed_on, 10000000)),
  CHECK (closed_on >= opened_on),
  CHECK (merged_into IS NULL OR closed_on IS NOT NULL)
) STRICT;

INSERT INTO unit_now (id, code, opened_on, closed_on, opens)
SELECT id, code, opened_on, closed_on, coalesce(opened_on, -1000000) FROM unit;

CREATE TABLE unit_version (
  unit INTEGER NOT NULL REFERENCES unit_now (id) DEFERRABLE INITIALLY DEFERRED,
  since INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL, -- the name as it is matched: without case and diacritics
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
  parent INTEGER REFERENCES unit_now (id) DEFERRABLE INITIALLY DEFERRED,
  -- Worked out: it holds from the first of these days to the day before the second. The first version of a
  -- unit holds on all days before it, too.
  from_day INTEGER NOT NULL DEFAULT -1000000,
  until_day INTEGER NOT NULL DEFAULT 10000000,
  PRIMARY KEY (unit, since)
) STRICT, WITHOUT ROWID;

INSERT INTO unit_version (unit, since, name, name_key, kind, parent)
SELECT id, -1000000, name, name_key, kind, parent FROM unit;

DROP TABLE unit;
ALTER TABLE unit_now RENAME TO unit;
CREATE INDEX unit_merged ON unit (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX unit_version_below ON unit_version (parent);
CREATE INDEX unit_version_name ON unit_version (name_key);

-- Worked out: where the members in a unit count from one day to the day before another. place is the unit
-- itself, or what it was merged into; above is what stands above that place: NULL for nothing, and 0 where
-- the place is the root of these days. 0 stands for the whole roll, whichever unit is its root.
CREATE TABLE unit_place (
  unit INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  until_day INTEGER NOT NULL,
  place INTEGER NOT NULL,
  above INTEGER,
  PRIMARY KEY (unit, from_day)
) STRICT, WITHOUT ROWID;

INSERT INTO unit_place (unit, from_day, until_day, place, above)
SELECT unit, -1000000, 10000000, unit, coalesce(parent, 0) FROM unit_version;

CREATE INDEX unit_place_above ON unit_place (above);
CREATE INDEX unit_place_merged ON unit_place (place) WHERE place <> unit;

-- Plans with the unit they are for: where none is named, the root of their first day, or else the first one
-- after it.
CREATE VIEW plan_row AS
SELECT id, code, coalesce(unit, (
    SELECT p.unit FROM unit_place p
    WHERE p.above = 0 AND p.place = p.unit AND p.until_day > plan.from_on
    ORDER BY p.from_day LIMIT 1)) AS unit,
  from_on, to_on, target, ratio, title, built_in
FROM plan;

-- What taking an import back needs. what: 1 unit, 2 population, 3 plan, 4 member, 5 stay, 6 version of a
-- unit; (a, b) is its key.
CREATE TABLE journal_now (
  import INTEGER NOT NULL REFERENCES import (id) DEFERRABLE INITIALLY DEFERRED,
  what INTEGER NOT NULL CHECK (what >= 1),
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  was TEXT,
  PRIMARY KEY (import, what, a, b)
) STRICT, WITHOUT ROWID;

INSERT INTO journal_now
SELECT import, what, a, b,
  CASE WHEN what = 1 AND was IS NOT NULL THEN json_array(was ->> 4, was ->> 5, NULL) ELSE was END
FROM journal;
INSERT INTO journal_now
SELECT import, 6, a, -1000000, json_array(was ->> 0, was ->> 1, was ->> 2, was ->> 3)
FROM journal WHERE what = 1 AND was IS NOT NULL;
INSERT INTO journal_now
SELECT import, 6, a, -1000000, NULL FROM journal WHERE what = 1 AND was IS NULL;
DROP TABLE journal;
ALTER TABLE journal_now RENAME TO journal;

-- The running totals have three columns more, and those of unit 0 are the roll's, whichever unit is its root:
-- they are made anew by whatever writes next.
DROP TABLE total_unit;
DROP TABLE total_year;
DELETE FROM total_population;

-- Units whose totals are kept, 0 among them. A unit that is not here is counted when it is asked for; so is
-- everything while the table is empty. last and proof as in 0004.
CREATE TABLE total_unit (
  unit INTEGER PRIMARY KEY,
  last INTEGER,
  proof INTEGER NOT NULL
) STRICT;

-- As in 0004, with what changes of the tree brought in and took out, and the superiors of the grassroots.
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
  reorganised_in INTEGER NOT NULL,
  died INTEGER NOT NULL,
  expelled INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  resigned INTEGER NOT NULL,
  transferred_out INTEGER NOT NULL,
  moved_out INTEGER NOT NULL,
  reorganised_out INTEGER NOT NULL,
  members INTEGER NOT NULL,
  official INTEGER NOT NULL,
  communes INTEGER NOT NULL,
  committees INTEGER NOT NULL,
  base_cells INTEGER NOT NULL,
  cells INTEGER NOT NULL,
  superiors INTEGER NOT NULL,
  days BLOB NOT NULL,
  PRIMARY KEY (unit, year)
) STRICT, WITHOUT ROWID;
