-- Gives the versions of units that import :import changed their former columns.
UPDATE unit_version SET name = j.was ->> 0, name_key = j.was ->> 1, kind = j.was ->> 2, parent = j.was ->> 3
FROM journal j
WHERE j.import = :import AND j.what = 6 AND j.was IS NOT NULL
  AND unit_version.unit = j.a AND unit_version.since = j.b;
