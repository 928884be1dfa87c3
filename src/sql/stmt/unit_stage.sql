-- Makes the temporary table for the rows of a units file, each as it would be stored, on which the
-- tree is judged.
DROP TABLE IF EXISTS temp.incoming_unit;
DROP TABLE IF EXISTS temp.unit_fault;
CREATE TEMP TABLE incoming_unit (
  code TEXT PRIMARY KEY,
  line INTEGER NOT NULL,
  raw TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  kind INTEGER NOT NULL,
  parent TEXT,
  opened_on INTEGER,
  closed_on INTEGER,
  stored INTEGER NOT NULL,  -- 1: there is a unit with this code
  changed INTEGER NOT NULL, -- 1: that unit is different, or there is none
  refused INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TEMP TABLE unit_fault (code TEXT PRIMARY KEY, why TEXT NOT NULL) STRICT;
