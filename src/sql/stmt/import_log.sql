-- Adds an entry to the log of imports.
INSERT INTO import (id, at, file, kind, sha256, read, added, updated, unchanged, rejected, skipped,
  first_load)
VALUES (:id, :at, readable(:file), :kind, :sha256, :read, :added, :updated, :unchanged, :rejected, :skipped,
  :first_load);
