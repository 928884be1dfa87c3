-- The journal of an import that was taken back is not needed any more.
DELETE FROM journal WHERE import = :import;
