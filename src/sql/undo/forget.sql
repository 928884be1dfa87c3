-- Deletes the journal of an import that was undone: it is not needed any more.
DELETE FROM journal WHERE import = :import;
