-- Takes back what was tried.
ROLLBACK TO unit_rows;
RELEASE unit_rows;
