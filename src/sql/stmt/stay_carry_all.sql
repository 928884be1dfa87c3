-- Carries official_on along the stays of all members, where it is not so already.
UPDATE stay SET (official_on, carried) = ({{carried_official stay}})
WHERE {{given_official stay}} IS NULL AND (official_on, carried) IS NOT ({{carried_official stay}});
