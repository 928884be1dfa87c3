-- Is there no population row yet?
SELECT NOT EXISTS (SELECT 1 FROM population);
