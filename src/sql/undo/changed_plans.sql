-- Gives the plan rows that import :import changed their former columns.
UPDATE plan SET unit = j.was ->> 0, target = j.was ->> 1, ratio = j.was ->> 2, title = j.was ->> 3,
  built_in = j.was ->> 4
FROM journal j
WHERE j.import = :import AND j.what = 3 AND j.was IS NOT NULL AND plan.id = j.a;
