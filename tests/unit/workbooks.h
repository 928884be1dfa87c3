/*
 * workbooks - small workbooks made of XML, for tests of what reads them.
 */
#ifndef MEMBERSTAT_TEST_WORKBOOKS_H
#define MEMBERSTAT_TEST_WORKBOOKS_H

#include "support.h"
#include "zip_file.h"

#include <fcntl.h>
#include <unistd.h>

/* The parts every workbook has. */
#define RELS                                                                                        \
	{                                                                                           \
		"_rels/.rels",                                                                      \
			"<Relationships><Relationship Id='rId1' "                                   \
			"Type='http://x/officeDocument' Target='xl/workbook.xml'/></Relationships>" \
	}
#define BOOK_RELS                                                                                              \
	{                                                                                                      \
		"xl/_rels/workbook.xml.rels",                                                                  \
			"<Relationships>"                                                                      \
			"<Relationship Id='rId1' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>"   \
			"<Relationship Id='rId2' Type='http://x/worksheet' Target='worksheets/sheet2.xml'/>"   \
			"<Relationship Id='rId3' Type='http://x/chartsheet' Target='chartsheets/sheet1.xml'/>" \
			"<Relationship Id='rId8' Type='http://x/styles' Target='styles.xml'/>"                 \
			"<Relationship Id='rId9' Type='http://x/sharedStrings' "                               \
			"Target='/xl/sharedStrings.xml'/></Relationships>"                                     \
	}
#define BOOK(properties)                                                                    \
	{                                                                                   \
		"xl/workbook.xml",                                                          \
			"<workbook>" properties "<sheets>"                                  \
			"<sheet name='Một' sheetId='1' r:id='rId1'/></sheets></workbook>" \
	}
#define STYLES(formats, cells)                                                              \
	{                                                                                   \
		"xl/styles.xml", "<styleSheet><numFmts>" formats                            \
				 "</numFmts><cellStyleXfs><xf numFmtId='14'/>"              \
				 "</cellStyleXfs><cellXfs>" cells "</cellXfs></styleSheet>" \
	}
#define STRINGS(list)                                         \
	{                                                     \
		"xl/sharedStrings.xml", "<sst>" list "</sst>" \
	}
#define SHEET(rows)                                                              \
	{                                                                        \
		"xl/worksheets/sheet1.xml",                                      \
			"<worksheet><sheetData>" rows "</sheetData></worksheet>" \
	}

/* Writes the bytes to a file without a name; its descriptor. */
static inline int unnamed_file(const struct buf *bytes)
{
	char path[] = "workbook-XXXXXX";
	int file = mkstemp(path);

	assert_true(file >= 0);
	unlink(path);
	assert_int_equal(write(file, buf_text(bytes), bytes->len), (ssize_t)bytes->len);
	return file;
}

static inline int zip_of(const struct zip_part *parts, size_t count)
{
	struct buf bytes = {0};
	int file;

	zip_write(&bytes, parts, count);
	file = unnamed_file(&bytes);
	buf_release(&bytes);
	return file;
}

#endif
