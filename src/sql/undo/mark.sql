-- Notes in the log that import :import was taken back.
UPDATE import SET undone_at = unixepoch() WHERE id = :import;
