/*
 * forecast_notes - sentences below the forecast that say what its figures mean, for people.
 */
#ifndef MEMBERSTAT_FORECAST_NOTES_H
#define MEMBERSTAT_FORECAST_NOTES_H

#include <sqlite3.h>

#include "base/buf.h"
#include "base/label.h"

/* Appends paragraphs, each ended by a NUL: which ratio the completed plan gives, how many members
 * are missing for the target ratio, and how many admissions a month would be enough. row: of
 * report/forecast_notes.sql. */
void forecast_notes(sqlite3_stmt *row, enum lang lang, struct buf *paragraphs);

#endif
