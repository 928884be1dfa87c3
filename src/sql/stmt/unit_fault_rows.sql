-- The faults just found, in the order of the file.
SELECT i.line, i.raw, f.why, coalesce(f.got, i.parent), f.other, i.id
FROM unit_fault f JOIN incoming_version i ON i.id = f.version ORDER BY i.line;
