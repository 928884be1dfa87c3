-- The rows of a units file, each as it would be stored, until it is settled which of them stand.
DROP TABLE IF EXISTS temp.incoming_version;
DROP TABLE IF EXISTS temp.incoming_unit;
DROP TABLE IF EXISTS temp.unit_fault;
DROP TABLE IF EXISTS temp.unit_fallen;
CREATE TEMP TABLE incoming_version (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  since INTEGER NOT NULL,
  line INTEGER NOT NULL,
  raw TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  kind INTEGER NOT NULL,
  parent TEXT,        -- as the file has it: a code or a name …
  parent_code TEXT,   -- … and the code that this means
  opened_on INTEGER,  -- these belong to the unit and are the same in all its rows
  closed_on INTEGER,
  merged TEXT,
  merged_code TEXT,
  own_merged INTEGER NOT NULL, -- the row itself says what the unit was merged into
  stored INTEGER NOT NULL DEFAULT 0,  -- there is such a version
  changed INTEGER NOT NULL DEFAULT 1, -- and it or its unit differs, or there is none
  moved INTEGER NOT NULL DEFAULT 1,   -- and so that the tree may be another one
  refused INTEGER NOT NULL DEFAULT 0,
  UNIQUE (code, since)
) STRICT;
CREATE INDEX temp.incoming_parent ON incoming_version (parent_code);
CREATE INDEX temp.incoming_merged ON incoming_version (merged_code);
CREATE TEMP TABLE unit_fault (version INTEGER PRIMARY KEY, why TEXT NOT NULL, got TEXT, other TEXT) STRICT;
-- Units of which a row was refused before it came here.
CREATE TEMP TABLE unit_fallen (code TEXT PRIMARY KEY) STRICT;
-- The import that does it.
DROP TABLE IF EXISTS temp.unit_import;
CREATE TEMP TABLE unit_import (import INTEGER NOT NULL, first_load INTEGER NOT NULL) STRICT;
