-- Marks the rows with faults as refused.
UPDATE incoming_unit SET refused = 1 WHERE code IN (SELECT code FROM unit_fault);
