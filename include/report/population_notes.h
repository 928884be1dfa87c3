/*
 * population_notes - what is said below a report where a sum of populations is missing.
 */
#ifndef MEMBERSTAT_POPULATION_NOTES_H
#define MEMBERSTAT_POPULATION_NOTES_H

#include <sqlite3.h>

#include "base/buf.h"
#include "base/label.h"

/* Appends a paragraph, ended by a NUL, that names the units which have no population; nothing when no sum is
 * missing. row: of report/population_notes.sql or summary_notes.sql. */
void population_notes(sqlite3_stmt *row, enum lang lang, struct buf *paragraphs);

#endif
