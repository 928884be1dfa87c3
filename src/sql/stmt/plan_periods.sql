-- The periods of all plans, over all their units, and whether the built-in plan set them.
SELECT code, from_on, to_on, built_in FROM plan ORDER BY code, from_on, to_on, unit;
