-- A row is refused.
UPDATE incoming_version SET refused = 1 WHERE id = ?1;
