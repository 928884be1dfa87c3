-- Carries official_on along the stays of the members of whom import :import added or changed a stay.
UPDATE stay SET (official_on, carried) = ({{carried_official stay}})
WHERE member IN (SELECT a FROM journal WHERE import = :import AND what = 5)
  AND {{given_official stay}} IS NULL;
