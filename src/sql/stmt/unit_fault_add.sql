-- A fault of a row.
INSERT OR IGNORE INTO unit_fault (version, why, got, other) VALUES (?1, ?2, ?3, ?4);
