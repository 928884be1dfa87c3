-- Notes in the log that import :import was undone.
UPDATE import SET undone_at = unixepoch() WHERE id = :import;
