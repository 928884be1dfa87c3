-- The roll: units, their population and plans, people and their stays, and the log of imports.
-- Dates are days since 1970-01-01 (show one with date(day * 86400, 'unixepoch')); a birth is
-- YYYYMMDD with 00 for a month or day that is not known; categories are the values of the code
-- lists in code_lists.c.

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL, -- the name as it is matched: without case and diacritics
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
  parent INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  opened_on INTEGER,
  closed_on INTEGER,
  CHECK (closed_on >= opened_on)
) STRICT;

CREATE INDEX unit_below ON unit (parent, code);
CREATE INDEX unit_name ON unit (name_key);

CREATE TABLE population (
  unit INTEGER NOT NULL REFERENCES unit (id),
  as_of INTEGER NOT NULL,
  population INTEGER NOT NULL CHECK (population >= 0),
  source TEXT,
  PRIMARY KEY (unit, as_of)
) STRICT, WITHOUT ROWID;

-- A plan for a unit and a period. ratio is in ten-thousandths of a percent. The row of the built-in
-- plan has no unit until a plans file names it: it is for whichever unit is the root.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  unit INTEGER REFERENCES unit (id),
  from_on INTEGER NOT NULL,
  to_on INTEGER NOT NULL,
  target INTEGER CHECK (target >= 0),
  ratio INTEGER CHECK (ratio >= 0),
  title TEXT,
  built_in INTEGER NOT NULL DEFAULT 0 CHECK (built_in IN (0, 1)),
  CHECK (to_on >= from_on)
) STRICT;

CREATE UNIQUE INDEX plan_key ON plan (code, unit, from_on, to_on);
CREATE INDEX plan_unit ON plan (unit);

-- Facts about a person, each once: the value from the stay with the latest joined_on in which it was
-- filled.
CREATE TABLE member (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  full_name TEXT,
  birth INTEGER,
  gender INTEGER CHECK (gender BETWEEN 1 AND 2),
  ethnicity TEXT,
  religion TEXT,
  occupation TEXT,
  education TEXT,
  theory INTEGER CHECK (theory BETWEEN 1 AND 3),
  card_no TEXT
) STRICT;

CREATE UNIQUE INDEX member_code ON member (code);

-- A stay of a member in a unit covers the days from joined_on to the day before left_on. facts says,
-- a bit for each fact of member in the order of its columns, which of them the stay's own row gave.
CREATE TABLE stay (
  member INTEGER NOT NULL REFERENCES member (id),
  joined_on INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES unit (id),
  admitted_on INTEGER NOT NULL,
  official_on INTEGER,
  joined_by INTEGER NOT NULL CHECK (joined_by BETWEEN 1 AND 5),
  left_on INTEGER,
  left_by INTEGER CHECK (left_by BETWEEN 1 AND 6),
  facts INTEGER NOT NULL,
  PRIMARY KEY (member, joined_on),
  CHECK (admitted_on <= joined_on),
  CHECK (official_on >= admitted_on),
  CHECK (left_on >= joined_on),
  CHECK ((left_on IS NULL) = (left_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL, -- seconds since 1970-01-01 UTC
  file TEXT NOT NULL,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
  sha256 TEXT NOT NULL,
  read INTEGER NOT NULL,
  added INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  first_load INTEGER NOT NULL, -- the tables of this kind were empty: taking it back empties them
  undone_at INTEGER,
  CHECK (read = added + updated + unchanged + rejected + skipped)
) STRICT;

-- What undoing an import needs: the rows that it added (was is NULL) and the former columns of
-- those that it changed, as a JSON array. what: 1 unit, 2 population, 3 plan, 4 member, 5 stay; (a,
-- b) is its key.
CREATE TABLE journal (
  import INTEGER NOT NULL REFERENCES import (id) DEFERRABLE INITIALLY DEFERRED,
  what INTEGER NOT NULL CHECK (what BETWEEN 1 AND 5),
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  was TEXT,
  PRIMARY KEY (import, what, a, b)
) STRICT, WITHOUT ROWID;

-- Plans with the unit they are for: the root where none is named.
CREATE VIEW plan_row AS
SELECT id, code, coalesce(unit, (SELECT id FROM unit WHERE parent IS NULL)) AS unit,
  from_on, to_on, target, ratio, title, built_in
FROM plan;

-- Plan 41 of the district's Party committee: admit 570 in 2021-2025, reach 3.85 %.
INSERT INTO plan (code, from_on, to_on, target, ratio, title, built_in)
VALUES ('KH41', unixepoch('2021-01-01') / 86400, unixepoch('2025-12-31') / 86400, 570, 38500,
  'Kế hoạch 41 về phát triển đảng viên giai đoạn 2021-2025', 1);
