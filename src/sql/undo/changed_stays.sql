-- Gives the stays that import :import changed their former columns; official_on is carried along after it.
UPDATE stay SET unit = j.was ->> 0, admitted_on = j.was ->> 1, official_on = j.was ->> 2,
  joined_by = j.was ->> 3, left_on = j.was ->> 4, left_by = j.was ->> 5, facts = j.was ->> 6, carried = 0
FROM journal j
WHERE j.import = :import AND j.what = 5 AND j.was IS NOT NULL
  AND stay.member = j.a AND stay.joined_on = j.b;
