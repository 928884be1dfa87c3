/*
 * xml - a part of an archive as XML, read piece by piece. The only module that knows expat.
 *
 * Elements and attributes are told by their local names: prefixes are a matter of taste of the
 * program that wrote the file. What could make reading cost more than its bytes is refused: a
 * document type declaration (data/README.md section 3: entities that swell), elements nested
 * without end, tags of megabytes, names by the thousand.
 */
#ifndef MEMBERSTAT_XML_H
#define MEMBERSTAT_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "import/archive.h"
#include "base/err.h"

struct xml;

/* Name and value, name and value, …, NULL. */
typedef const char *const *xml_attributes;

/* What a reader is told. A name is its place in the reader's list of names, -1 for any other. */
struct xml_reader {
	const char *const *names; /* local names, NULL after the last */
	void (*start)(void *context, int name, xml_attributes attributes);
	void (*end)(void *context, int name);
	void (*text)(void *context, const char *text, size_t len); /* in pieces; or NULL */
};

/* The part must be there. reader is borrowed. */
enum status xml_open(struct xml **xml, struct archive *archive, const char *part,
	const struct xml_reader *reader, void *context, struct error *error);
/* Reads on until the reader says xml_pause or the document ends (*more is false then).
 * STATUS_REJECTED when the part is no sound XML or may do harm. */
enum status xml_read(struct xml *xml, bool *more, struct error *error);
/* For the functions of a reader: xml_read returns behind what is being told. */
void xml_pause(struct xml *xml);
/* Bytes of the part read so far, and in all. */
void xml_progress(const struct xml *xml, size_t *done, size_t *all);
void xml_close(struct xml *xml);

/* The value of the attribute with this local name, NULL when there is none. */
const char *xml_attribute(xml_attributes attributes, const char *name);

#endif
