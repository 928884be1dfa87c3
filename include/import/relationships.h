/*
 * relationships - which parts of a workbook a part of it names, and by which words.
 */
#ifndef MEMBERSTAT_RELATIONSHIPS_H
#define MEMBERSTAT_RELATIONSHIPS_H

#include <stddef.h>

#include "import/archive.h"

struct relationship {
	char *id;   /* by which the part names it */
	char *type; /* the last word of the address that says what it is: "worksheet" */
	char *part; /* name in the archive */
};

struct relationships {
	struct relationship *list;
	size_t count, room;
	char *folder; /* of the part, with its slash; "" for the top */
};

/* Those of a part, "" for those of the whole archive; none when it has no list of them. What is
 * outside of the archive is left out. */
enum status relationships_read(struct relationships *relationships, struct archive *archive,
	const char *part, struct error *error);
void relationships_release(struct relationships *relationships);

const struct relationship *relationship_with_id(
	const struct relationships *relationships, const char *id);
/* The first of a type, or NULL. */
const struct relationship *relationship_of_type(
	const struct relationships *relationships, const char *type);

#endif
