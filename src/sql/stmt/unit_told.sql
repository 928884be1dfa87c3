-- What the accepted rows change: line, unit, column, was, is.
SELECT line, code, field, was, now FROM unit_change ORDER BY rowid;
