/*
 * forecast_notes - what figures mean, in sentences below a report for people.
 */
#ifndef MEMBERSTAT_FORECAST_NOTES_H
#define MEMBERSTAT_FORECAST_NOTES_H

#include <sqlite3.h>

#include "base/buf.h"
#include "base/label.h"

/* The forecast: which ratio the full plan gives, how many members are missing to the one it aims at,
 * and how many admissions a month would do it. row is of report/forecast_notes.sql. */
void forecast_notes(sqlite3_stmt *row, enum lang lang, struct buf *paragraphs);

#endif
