-- Drops the index of stays for a first load, which makes it again at its end: filling it in order
-- is faster.
DROP INDEX stay_unit;
