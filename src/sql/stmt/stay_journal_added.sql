-- Enters an added stay in the journal.
INSERT INTO journal (import, what, a, b) VALUES (?1, 5, ?2, ?3);
