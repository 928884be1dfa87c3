-- Notes a member who is in a row of the file.
INSERT OR IGNORE INTO complete (member) VALUES (:member);
