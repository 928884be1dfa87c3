-- Notes that a row of the unit was refused.
INSERT OR IGNORE INTO unit_fallen (code) VALUES (?1);
