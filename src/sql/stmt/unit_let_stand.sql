-- What was tried stands.
RELEASE unit_rows;
