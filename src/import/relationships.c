#include "import/relationships.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "import/xml.h"

#define RELATIONSHIPS_MAX 20000

static const char *const names[] = {"Relationship", NULL};

/* The name in the archive of what is written as `target` in the folder: `../media/x.png`,
 * `/xl/x.xml`. A step above the top leads nowhere. */
static char *part_name(const char *folder, const char *target)
{
	struct buf name = {0};
	size_t len;

	if (*target != '/')
		buf_puts(&name, folder);
	for (; *target; target += len + (target[len] == '/')) {
		len = strcspn(target, "/");
		if (len == 0 || (len == 1 && *target == '.'))
			continue;
		if (len == 2 && strncmp(target, "..", 2) == 0) {
			if (name.len > 0)
				name.len--;
			while (name.len > 0 && name.data[name.len - 1] != '/')
				name.len--;
			continue;
		}
		buf_add(&name, target, len);
		if (target[len] == '/')
			buf_putc(&name, '/');
	}
	target = memory_text(buf_text(&name), name.len);
	buf_release(&name);
	return (char *)target;
}

static const char *last_word(const char *address)
{
	const char *slash = strrchr(address, '/');

	return slash ? slash + 1 : address;
}

static void start(void *context, int name, xml_attributes attributes)
{
	struct relationships *relationships = context;
	const char *id = xml_attribute(attributes, "Id");
	const char *type = xml_attribute(attributes, "Type");
	const char *target = xml_attribute(attributes, "Target");
	const char *mode = xml_attribute(attributes, "TargetMode");

	if (name != 0 || !id || !type || !target || relationships->count == RELATIONSHIPS_MAX ||
		(mode && strcmp(mode, "External") == 0))
		return;
	if (relationships->count == relationships->room) {
		relationships->room = relationships->room ? 2 * relationships->room : 16;
		relationships->list = memory_resize(
			relationships->list, relationships->room * sizeof *relationships->list);
	}
	type = last_word(type);
	relationships->list[relationships->count++] = (struct relationship){
		.id = memory_text(id, strlen(id)),
		.type = memory_text(type, strlen(type)),
		.part = part_name(relationships->folder, target),
	};
}

static void end(void *context, int name)
{
	(void)context, (void)name;
}

enum status relationships_read(struct relationships *relationships, struct archive *archive,
	const char *part, struct error *error)
{
	static const struct xml_reader reader = {names, start, end, NULL};
	size_t folder = (size_t)(last_word(part) - part);
	struct buf list = {0};
	struct xml *xml = NULL;
	enum status status = STATUS_DONE;
	bool more = true;

	*relationships = (struct relationships){.folder = memory_text(part, folder)};
	buf_printf(&list, "%s_rels/%s.rels", relationships->folder, part + folder);
	if (archive_has(archive, list.data))
		status = xml_open(&xml, archive, list.data, &reader, relationships, error);
	while (status == STATUS_DONE && xml && more)
		status = xml_read(xml, &more, error);
	xml_close(xml);
	buf_release(&list);
	return status;
}

void relationships_release(struct relationships *relationships)
{
	for (size_t i = 0; i < relationships->count; i++) {
		free(relationships->list[i].id);
		free(relationships->list[i].type);
		free(relationships->list[i].part);
	}
	free(relationships->list);
	free(relationships->folder);
	*relationships = (struct relationships){0};
}

const struct relationship *relationship_with_id(
	const struct relationships *relationships, const char *id)
{
	for (size_t i = 0; i < relationships->count; i++)
		if (strcmp(relationships->list[i].id, id) == 0)
			return &relationships->list[i];
	return NULL;
}

const struct relationship *relationship_of_type(
	const struct relationships *relationships, const char *type)
{
	for (size_t i = 0; i < relationships->count; i++)
		if (strcmp(relationships->list[i].type, type) == 0)
			return &relationships->list[i];
	return NULL;
}
