-- 0: plans never have a first load, because there always is the built-in plan.
SELECT 0;
