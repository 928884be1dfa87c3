-- Is there no member yet?
SELECT NOT EXISTS (SELECT 1 FROM member);
