-- The built-in plan is always there, so plans never have a first load.
SELECT 0;
