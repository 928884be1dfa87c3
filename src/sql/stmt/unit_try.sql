-- From here on what is stored can be taken back.
SAVEPOINT unit_rows;
