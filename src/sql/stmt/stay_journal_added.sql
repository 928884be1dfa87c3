-- Enters the stays of the batch in the journal as added.
INSERT INTO journal (import, what, a, b) SELECT ?1, 5, c1, c2 FROM added_stay;
