-- Gives the units that import :import changed their former columns.
UPDATE unit SET opened_on = j.was ->> 0, closed_on = j.was ->> 1, merged_into = j.was ->> 2
FROM journal j
WHERE j.import = :import AND j.what = 1 AND j.was IS NOT NULL AND unit.id = j.a;
