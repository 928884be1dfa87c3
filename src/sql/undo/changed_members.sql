-- Gives the members that import :import changed their former facts.
UPDATE member SET full_name = j.was ->> 0, birth = j.was ->> 1, gender = j.was ->> 2,
  ethnicity = j.was ->> 3, religion = j.was ->> 4, occupation = j.was ->> 5, education = j.was ->> 6,
  theory = j.was ->> 7, card_no = j.was ->> 8
FROM journal j
WHERE j.import = :import AND j.what = 4 AND j.was IS NOT NULL AND member.id = j.a;
