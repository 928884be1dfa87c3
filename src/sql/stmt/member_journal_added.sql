-- Enters an added member in the journal.
INSERT INTO journal (import, what, a, b) VALUES (?1, 4, ?2, 0);
