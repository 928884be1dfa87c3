-- Is there no unit yet?
SELECT NOT EXISTS (SELECT 1 FROM unit);
