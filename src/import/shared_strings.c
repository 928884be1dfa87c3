#include "import/shared_strings.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/spill.h"
#include "import/rich_text.h"
#include "import/xml.h"

#define TEXT_MEMORY (12u << 20)
#define ENDS_MEMORY (4u << 20)

enum { NAME_SI, NAME_T, NAME_RPH };
static const char *const names[] = {[NAME_SI] = "si", [NAME_T] = "t", [NAME_RPH] = "rPh", NULL};

struct shared_strings {
	struct spill *texts;
	struct spill *
		ends; /* where each string ends in the texts, as uint32_t: a part has 1 GiB at most */
	uint32_t count;

	/* While they are read: */
	struct xml *xml;
	struct buf text; /* of the string at hand */
	bool in_string, in_text, in_reading;
	struct error *error;
	enum status status;
};

static void start(void *context, int name, xml_attributes attributes)
{
	struct shared_strings *strings = context;

	(void)attributes;
	if (name == NAME_SI) {
		strings->in_string = true;
		buf_clear(&strings->text);
	}
	strings->in_reading = strings->in_reading || name == NAME_RPH;
	strings->in_text = name == NAME_T && strings->in_string && !strings->in_reading;
}

static void keep_string(struct shared_strings *strings)
{
	size_t len = rich_text_unescape(strings->text.data, strings->text.len);
	enum status status =
		spill_add(strings->texts, buf_text(&strings->text), len, strings->error);
	uint32_t end;

	end = (uint32_t)spill_size(strings->texts);
	if (status == STATUS_DONE)
		status = spill_add(strings->ends, &end, sizeof end, strings->error);
	strings->count++;
	strings->status = status;
	if (status != STATUS_DONE)
		xml_pause(strings->xml);
}

static void end(void *context, int name)
{
	struct shared_strings *strings = context;

	strings->in_text = false;
	if (name == NAME_RPH)
		strings->in_reading = false;
	if (name != NAME_SI)
		return;
	strings->in_string = false;
	if (strings->status == STATUS_DONE)
		keep_string(strings);
}

static void text(void *context, const char *text, size_t len)
{
	struct shared_strings *strings = context;

	if (strings->in_text)
		rich_text_add(&strings->text, 0, text, len);
}

enum status shared_strings_read(struct shared_strings **read, struct archive *archive,
	const char *part, struct error *error)
{
	static const struct xml_reader reader = {names, start, end, text};
	struct shared_strings *strings = memory_get(sizeof *strings);
	enum status status;
	bool more = true;

	*strings = (struct shared_strings){
		.texts = spill_new(TEXT_MEMORY), .ends = spill_new(ENDS_MEMORY), .error = error};
	*read = strings;
	if (part == NULL)
		return STATUS_DONE;
	status = xml_open(&strings->xml, archive, part, &reader, strings, error);
	while (status == STATUS_DONE && more && strings->status == STATUS_DONE)
		status = xml_read(strings->xml, &more, error);
	xml_close(strings->xml);
	buf_release(&strings->text);
	if (status == STATUS_DONE)
		status = strings->status;
	if (status != STATUS_DONE) {
		shared_strings_free(strings);
		*read = NULL;
	}
	return status;
}

enum status shared_strings_get(struct shared_strings *strings, unsigned long number,
	struct buf *out, bool *found, struct error *error)
{
	uint32_t ends[2] = {0, 0};
	enum status status;
	size_t len;

	*found = number < strings->count;
	if (!*found)
		return STATUS_DONE;
	if (number == 0)
		status = spill_read(strings->ends, 0, &ends[1], sizeof ends[1], error);
	else
		status = spill_read(
			strings->ends, (number - 1) * sizeof ends[0], ends, sizeof ends, error);
	if (status != STATUS_DONE)
		return status;
	len = ends[1] - ends[0];
	buf_reserve(out, len);
	status = spill_read(strings->texts, ends[0], out->data + out->len, len, error);
	out->len += len;
	out->data[out->len] = '\0';
	return status;
}

void shared_strings_free(struct shared_strings *strings)
{
	if (strings == NULL)
		return;
	spill_free(strings->texts);
	spill_free(strings->ends);
	free(strings);
}
