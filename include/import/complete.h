/*
 * complete - a file that is said to be the whole list of a unit and all below it: who is a member there on a
 * day and stands in no row of the file? (data/README.md section 3, --complete)
 *
 * Nothing is taken away for it: the members who are missing are told and counted beside the account.
 */
#ifndef MEMBERSTAT_COMPLETE_H
#define MEMBERSTAT_COMPLETE_H

#include "base/err.h"
#include "import/import.h"

/* Before the rows are read, within the import's transaction. Does nothing without --complete.
 * STATUS_USAGE when there is no such unit, or the file is no list of members. */
enum status complete_begin(struct import *import, struct error *error);
/* A row of the file, whatever becomes of it: its member is not missing. */
enum status complete_note(struct import *import, const struct record *row, struct error *error);
/* After the rows were stored: adds a finding for each member who is missing, and counts them. */
enum status complete_end(struct import *import, struct error *error);

#endif
