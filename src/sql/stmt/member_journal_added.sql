-- Enters the members of the batch in the journal as added.
INSERT INTO journal (import, what, a, b) SELECT ?1, 4, c1, 0 FROM added_member;
