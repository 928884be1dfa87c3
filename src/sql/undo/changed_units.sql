-- Gives the units that import :import changed their former columns.
UPDATE unit SET name = j.was ->> 0, name_key = j.was ->> 1, kind = j.was ->> 2, parent = j.was ->> 3,
  opened_on = j.was ->> 4, closed_on = j.was ->> 5
FROM journal j
WHERE j.import = :import AND j.what = 1 AND j.was IS NOT NULL AND unit.id = j.a;
