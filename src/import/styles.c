#include "import/styles.h"

#include <stdlib.h>
#include <string.h>

#include "import/xml.h"

/* Excel takes at most 65,490 styles and 250 formats. */
#define STYLES_MAX  100000
#define FORMATS_MAX 5000
#define FORMAT_MAX  1000 /* bytes of one that are looked at */

enum { NAME_NUM_FMT, NAME_CELL_XFS, NAME_XF };
static const char *const names[] = {
	[NAME_NUM_FMT] = "numFmt", [NAME_CELL_XFS] = "cellXfs", [NAME_XF] = "xf", NULL};

struct format {
	long number;
	char *text;
};

struct styles {
	struct style *list;
	size_t count, room;
	struct format *formats; /* of the file itself */
	size_t format_count, format_room;

	/* While they are read: */
	bool in_cells;
};

static long number_of(const char *text)
{
	return text ? strtol(text, NULL, 10) : 0;
}

static void add_format(struct styles *styles, xml_attributes attributes)
{
	const char *text = xml_attribute(attributes, "formatCode");
	struct format *format;

	if (text == NULL || styles->format_count == FORMATS_MAX)
		return;
	if (styles->format_count == styles->format_room) {
		styles->format_room = styles->format_room ? 2 * styles->format_room : 64;
		styles->formats = memory_resize(
			styles->formats, styles->format_room * sizeof *styles->formats);
	}
	format = &styles->formats[styles->format_count++];
	format->number = number_of(xml_attribute(attributes, "numFmtId"));
	format->text = memory_text(text, strnlen(text, FORMAT_MAX));
}

/* The formats of a file stand before what names them. The last of one number counts. */
static const char *find_format(const struct styles *styles, long number)
{
	size_t i;

	for (i = styles->format_count; i-- > 0;)
		if (styles->formats[i].number == number)
			return styles->formats[i].text;
	return number_format_built_in(number);
}

static void add_style(struct styles *styles, xml_attributes attributes)
{
	const char *format = find_format(styles, number_of(xml_attribute(attributes, "numFmtId")));

	if (styles->count == STYLES_MAX)
		return;
	if (styles->count == styles->room) {
		styles->room = styles->room ? 2 * styles->room : 64;
		styles->list = memory_resize(styles->list, styles->room * sizeof *styles->list);
	}
	styles->list[styles->count++] = (struct style){number_format_kind(format), format};
}

static void start(void *context, int name, xml_attributes attributes)
{
	struct styles *styles = context;

	if (name == NAME_NUM_FMT)
		add_format(styles, attributes);
	else if (name == NAME_CELL_XFS)
		styles->in_cells = true;
	else if (name == NAME_XF && styles->in_cells)
		add_style(styles, attributes);
}

static void end(void *context, int name)
{
	struct styles *styles = context;

	if (name == NAME_CELL_XFS)
		styles->in_cells = false;
}

enum status styles_read(
	struct styles **read, struct archive *archive, const char *part, struct error *error)
{
	static const struct xml_reader reader = {names, start, end, NULL};
	struct styles *styles = memory_zeroed(sizeof *styles);
	struct xml *xml;
	enum status status;
	bool more = true;

	*read = styles;
	if (part == NULL)
		return STATUS_DONE;
	status = xml_open(&xml, archive, part, &reader, styles, error);
	while (status == STATUS_DONE && more)
		status = xml_read(xml, &more, error);
	xml_close(xml);
	if (status != STATUS_DONE) {
		styles_free(styles);
		*read = NULL;
	}
	return status;
}

const struct style *styles_find(const struct styles *styles, unsigned long number)
{
	static const struct style general = {NUMBER_PLAIN, ""};

	return number < styles->count ? &styles->list[number] : &general;
}

void styles_free(struct styles *styles)
{
	if (styles == NULL)
		return;
	for (size_t i = 0; i < styles->format_count; i++)
		free(styles->formats[i].text);
	free(styles->formats);
	free(styles->list);
	free(styles);
}
