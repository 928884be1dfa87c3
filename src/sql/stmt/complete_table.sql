-- Makes the table of members who are in a row of the file, whatever becomes of the row.
DROP TABLE IF EXISTS temp.complete;
CREATE TEMP TABLE complete (member TEXT PRIMARY KEY) WITHOUT ROWID;
