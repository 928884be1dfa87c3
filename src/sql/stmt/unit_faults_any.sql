-- Was a fault found?
SELECT EXISTS (SELECT 1 FROM unit_fault);
