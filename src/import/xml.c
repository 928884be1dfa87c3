#include "import/xml.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <expat.h>

#include "base/buf.h"
#include "base/library.h"
#include "base/text.h"

#define BLOCK     65536      /* bytes given to expat at once */
#define TOKEN_MAX (4u << 20) /* bytes of one tag, comment … that expat has to hold */
#define DEPTH_MAX 100        /* elements within each other */
#define NAMES_MAX 2000       /* different names of elements and attributes: expat keeps each */
#define SLOTS     4096       /* of the table of names: a power of 2, twice as many as names */

/* All that is used of expat. */
#define XML_FUNCTIONS(F)                  \
	F(XML_GetBuffer)                  \
	F(XML_GetCurrentByteIndex)        \
	F(XML_GetErrorCode)               \
	F(XML_ParseBuffer)                \
	F(XML_ParserCreate)               \
	F(XML_ParserFree)                 \
	F(XML_ResumeParser)               \
	F(XML_SetCharacterDataHandler)    \
	F(XML_SetElementHandler)          \
	F(XML_SetStartDoctypeDeclHandler) \
	F(XML_SetUserData)                \
	F(XML_StopParser)

struct expat {
#define XML_POINTER(name) __typeof__(name) *name;
	XML_FUNCTIONS(XML_POINTER)
#undef XML_POINTER
};

static const struct library_function functions[] = {
#define XML_PLACE(name) {#name, offsetof(struct expat, name)},
	XML_FUNCTIONS(XML_PLACE)
#undef XML_PLACE
};

static const char *const files[] = {"libexpat.so.1", NULL};

static const struct library library_of_xml = {
	.files = files,
	.package = "libexpat1",
	.cannot = L("không đọc được xlsx", "cannot read xlsx"),
	.instead = L("lưu tệp dạng CSV UTF-8", "save the file as CSV UTF-8"),
	.functions = functions,
	.count = sizeof functions / sizeof functions[0],
};

/* Why a part is not read on. */
enum fault {
	FAULT_NONE,
	FAULT_DOCTYPE,
	FAULT_DEPTH,
	FAULT_NAMES,
	FAULT_TOKEN,
	FAULT_XML,
};

static const struct label fault_words[] = {
	[FAULT_DOCTYPE] = L(
		"có khai báo kiểu tài liệu (DOCTYPE), là điều bảng tính không bao giờ có, nên "
		"không đọc",
		"it has a document type declaration, which no spreadsheet program writes, and is not read"),
	[FAULT_DEPTH] = L("các phần tử XML lồng nhau quá sâu, nên không đọc",
		"elements of XML are nested too deep, and it is not read"),
	[FAULT_NAMES] = L("có quá nhiều tên phần tử XML khác nhau, nên không đọc",
		"it has too many different names of XML elements, and is not read"),
	[FAULT_TOKEN] = L("có một thẻ XML dài quá 4 MB, nên không đọc",
		"it has an XML tag of more than 4 MB, and is not read"),
	[FAULT_XML] = L("nội dung XML bị hỏng; hãy mở tệp bằng Excel rồi lưu lại",
		"its XML is damaged; open the file in the spreadsheet program and save it anew"),
};

/* A name that was seen. */
struct name {
	char *text; /* with its prefix; NULL for a free slot */
	int number; /* in the reader's list, or -1 */
};

struct xml {
	struct expat expat;
	XML_Parser parser;
	struct archive_part *part;
	char *part_name;
	const struct xml_reader *reader;
	void *context;
	struct name names[SLOTS];
	size_t name_count;
	int open[DEPTH_MAX]; /* numbers of the elements around what is read */
	size_t depth;
	int64_t fed; /* bytes given to expat */
	bool paused, last;
	enum fault fault;
};

static void stop(struct xml *xml, enum fault fault)
{
	if (xml->fault == FAULT_NONE)
		xml->fault = fault;
	xml->expat.XML_StopParser(xml->parser, XML_FALSE);
}

/* --- names ------------------------------------------------------------------------------------ */

static const char *local_name(const char *name)
{
	const char *colon = strchr(name, ':');

	return colon ? colon + 1 : name;
}

static int find_in_list(const char *const *names, const char *name)
{
	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}

/* The number of a name, as the reader has it. Each different one is looked up once and counted. */
static int number_of(struct xml *xml, const char *name)
{
	uint32_t hash = 2166136261u;
	struct name *slot;
	size_t i;

	for (i = 0; name[i]; i++)
		hash = (hash ^ (unsigned char)name[i]) * 16777619u;
	for (i = hash ^ hash >> 15;; i++) {
		slot = &xml->names[i % SLOTS];
		if (slot->text == NULL)
			break;
		if (strcmp(slot->text, name) == 0)
			return slot->number;
	}
	if (xml->name_count == NAMES_MAX) {
		stop(xml, FAULT_NAMES);
		return -1;
	}
	xml->name_count++;
	slot->text = memory_text(name, strlen(name));
	slot->number = find_in_list(xml->reader->names, local_name(name));
	return slot->number;
}

const char *xml_attribute(xml_attributes attributes, const char *name)
{
	for (; *attributes != NULL; attributes += 2)
		if (strcmp(local_name(*attributes), name) == 0)
			return attributes[1];
	return NULL;
}

/* --- what expat tells ------------------------------------------------------------------------- */

static void XMLCALL start_element(void *data, const XML_Char *name, const XML_Char **attributes)
{
	struct xml *xml = data;
	int number = number_of(xml, name);
	size_t i;

	if (xml->depth < DEPTH_MAX)
		xml->open[xml->depth++] = number;
	else
		stop(xml, FAULT_DEPTH);
	for (i = 0; attributes[i] != NULL && xml->fault == FAULT_NONE; i += 2)
		number_of(xml, attributes[i]);
	if (xml->fault == FAULT_NONE)
		xml->reader->start(xml->context, number, attributes);
}

static void XMLCALL end_element(void *data, const XML_Char *name)
{
	struct xml *xml = data;

	(void)name;
	if (xml->fault == FAULT_NONE)
		xml->reader->end(xml->context, xml->open[--xml->depth]);
}

static void XMLCALL character_data(void *data, const XML_Char *text, int len)
{
	struct xml *xml = data;

	if (xml->fault == FAULT_NONE)
		xml->reader->text(xml->context, text, (size_t)len);
}

static void XMLCALL start_doctype(void *data, const XML_Char *name, const XML_Char *system,
	const XML_Char *public, int has_internal_subset)
{
	(void)name, (void)system, (void)public, (void)has_internal_subset;
	stop(data, FAULT_DOCTYPE);
}

/* --- reading ---------------------------------------------------------------------------------- */

enum status xml_open(struct xml **opened, struct archive *archive, const char *part,
	const struct xml_reader *reader, void *context, struct error *error)
{
	struct xml *xml = memory_zeroed(sizeof *xml);
	enum status status = library_load(&library_of_xml, &xml->expat, error);

	*opened = NULL;
	xml->reader = reader;
	xml->context = context;
	xml->part_name = memory_text(part, strlen(part));
	if (status == STATUS_DONE)
		status = archive_part_open(&xml->part, archive, part, error);
	if (status != STATUS_DONE) {
		xml_close(xml);
		return status;
	}
	xml->parser = xml->expat.XML_ParserCreate(NULL);
	if (xml->parser == NULL)
		memory_failed();
	xml->expat.XML_SetUserData(xml->parser, xml);
	xml->expat.XML_SetElementHandler(xml->parser, start_element, end_element);
	if (reader->text)
		xml->expat.XML_SetCharacterDataHandler(xml->parser, character_data);
	xml->expat.XML_SetStartDoctypeDeclHandler(xml->parser, start_doctype);
	*opened = xml;
	return STATUS_DONE;
}

void xml_close(struct xml *xml)
{
	if (xml == NULL)
		return;
	if (xml->parser)
		xml->expat.XML_ParserFree(xml->parser);
	archive_part_close(xml->part);
	for (size_t i = 0; i < SLOTS; i++)
		free(xml->names[i].text);
	free(xml->part_name);
	free(xml);
}

void xml_progress(const struct xml *xml, size_t *done, size_t *all)
{
	archive_part_progress(xml->part, done, all);
}

void xml_pause(struct xml *xml)
{
	xml->paused = true;
	xml->expat.XML_StopParser(xml->parser, XML_TRUE);
}

static enum status refused(const struct xml *xml, struct error *error)
{
	struct buf part = {0};

	text_visible(&part, xml->part_name, strlen(xml->part_name));
	error_set(error, STATUS_REJECTED, "phần \"%s\" của tệp: %s",
		"the part \"%s\" of the file: %s", buf_text(&part),
		label_in(fault_words[xml->fault], error->lang));
	buf_release(&part);
	return STATUS_REJECTED;
}

/* Gives expat the next block, or lets it go on with the last one behind a pause. */
static enum status parse(struct xml *xml, enum XML_Status *result, struct error *error)
{
	void *block;
	size_t got;
	enum status status;

	if (xml->paused) {
		xml->paused = false;
		*result = xml->expat.XML_ResumeParser(xml->parser);
		return STATUS_DONE;
	}
	block = xml->expat.XML_GetBuffer(xml->parser, BLOCK);
	if (block == NULL)
		memory_failed();
	status = archive_part_read(xml->part, block, BLOCK, &got, error);
	if (status != STATUS_DONE)
		return status;
	xml->last = got == 0;
	xml->fed += (int64_t)got;
	*result = xml->expat.XML_ParseBuffer(xml->parser, (int)got, xml->last);
	return STATUS_DONE;
}

enum status xml_read(struct xml *xml, bool *more, struct error *error)
{
	enum XML_Status result;

	*more = true;
	for (;;) {
		enum status status = parse(xml, &result, error);

		if (status != STATUS_DONE)
			return status;
		if (result == XML_STATUS_SUSPENDED)
			return STATUS_DONE;
		if (result == XML_STATUS_ERROR) {
			if (xml->expat.XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY)
				memory_failed();
			if (xml->fault == FAULT_NONE)
				xml->fault = FAULT_XML;
			return refused(xml, error);
		}
		if (xml->last) {
			*more = false;
			return STATUS_DONE;
		}
		if (xml->fed - (int64_t)xml->expat.XML_GetCurrentByteIndex(xml->parser) >
			TOKEN_MAX) {
			xml->fault = FAULT_TOKEN;
			return refused(xml, error);
		}
	}
}
