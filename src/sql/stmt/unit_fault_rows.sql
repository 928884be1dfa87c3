-- The faults that unit_faults.sql found, in the order of the file.
SELECT i.line, i.raw, f.why, i.parent FROM unit_fault f JOIN incoming_unit i USING (code) ORDER BY i.line;
