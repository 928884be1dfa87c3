#include "import/workbook.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "import/relationships.h"
#include "import/xml.h"

enum { NAME_PROPERTIES, NAME_SHEET };
static const char *const names[] = {[NAME_PROPERTIES] = "workbookPr", [NAME_SHEET] = "sheet", NULL};

/* The main part while it is read. */
struct reading {
	struct workbook *workbook;
	const struct relationships *relationships;
	bool twice; /* two sheets of one name or of one part, or too many of them */
};

static enum status no_workbook(const struct archive *archive, struct error *error)
{
	if (archive_has(archive, "content.xml") && archive_has(archive, "META-INF/manifest.xml"))
		return error_set(error, STATUS_REJECTED,
			"đây là tệp OpenDocument (.ods); hãy lưu lại dạng .xlsx",
			"this is an OpenDocument file (.ods); save it again as .xlsx");
	return error_set(error, STATUS_REJECTED,
		"tệp nén ZIP này không có bảng tính Excel; hãy giải nén rồi nhập tệp .xlsx ở bên trong",
		"this ZIP archive is no Excel workbook; unpack it and import the .xlsx file that is in it");
}

static bool is_true(const char *value)
{
	return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

/* A sheet that was there already would be read twice. */
static bool is_there(const struct workbook *workbook, const char *name, const char *part)
{
	for (size_t i = 0; i < workbook->sheet_count; i++) {
		const struct workbook_sheet *sheet = &workbook->sheets[i];

		if (strcmp(sheet->name, name) == 0 ||
			(part && sheet->part && strcmp(sheet->part, part) == 0))
			return true;
	}
	return false;
}

static void add_sheet(struct reading *reading, xml_attributes attributes)
{
	struct workbook *workbook = reading->workbook;
	const char *name = xml_attribute(attributes, "name");
	const char *id = xml_attribute(attributes, "id");
	const char *state = xml_attribute(attributes, "state");
	const struct relationship *relationship =
		id ? relationship_with_id(reading->relationships, id) : NULL;
	const char *part = NULL;

	if (relationship && strcmp(relationship->type, "worksheet") == 0)
		part = relationship->part;
	if (!name || workbook->sheet_count == WORKBOOK_SHEETS_MAX ||
		is_there(workbook, name, part)) {
		reading->twice = true;
		return;
	}
	workbook->sheets = memory_resize(
		workbook->sheets, (workbook->sheet_count + 1) * sizeof *workbook->sheets);
	workbook->sheets[workbook->sheet_count++] = (struct workbook_sheet){
		.name = memory_text(name, strlen(name)),
		.hidden = state && strcmp(state, "visible") != 0,
		.part = part ? memory_text(part, strlen(part)) : NULL,
	};
}

static void start(void *context, int name, xml_attributes attributes)
{
	struct reading *reading = context;

	if (name == NAME_PROPERTIES)
		reading->workbook->from_1904 = is_true(xml_attribute(attributes, "date1904"));
	else if (name == NAME_SHEET)
		add_sheet(reading, attributes);
}

static void end(void *context, int name)
{
	(void)context, (void)name;
}

/* Reads the list of sheets. */
static enum status read_main(struct workbook *workbook, const char *part,
	const struct relationships *relationships, struct error *error)
{
	static const struct xml_reader reader = {names, start, end, NULL};
	struct reading reading = {workbook, relationships, false};
	struct xml *xml;
	enum status status = xml_open(&xml, workbook->archive, part, &reader, &reading, error);
	bool more = true;

	while (status == STATUS_DONE && more)
		status = xml_read(xml, &more, error);
	xml_close(xml);
	if (status == STATUS_DONE && reading.twice)
		return error_set(error, STATUS_REJECTED,
			"danh sách trang tính trong tệp bị hỏng; hãy mở tệp bằng Excel rồi lưu lại",
			"the list of sheets in the file is damaged; open it in the spreadsheet program and "
			"save it anew");
	if (status == STATUS_DONE && workbook->sheet_count == 0)
		return no_workbook(workbook->archive, error);
	return status;
}

/* The part of a type that is named, else the one of its usual name; NULL when it is not there. */
static const char *part_of_type(const struct relationships *relationships,
	const struct archive *archive, const char *type, const char *usual)
{
	const struct relationship *relationship = relationship_of_type(relationships, type);
	const char *part = relationship ? relationship->part : usual;

	return archive_has(archive, part) ? part : NULL;
}

static bool ends_with(const char *text, const char *end)
{
	size_t len = strlen(text), n = strlen(end);

	return len >= n && strcmp(text + len - n, end) == 0;
}

static enum status read_parts(struct workbook *workbook, const char *main_part, struct error *error)
{
	struct relationships relationships;
	struct archive *archive = workbook->archive;
	enum status status = relationships_read(&relationships, archive, main_part, error);

	if (status == STATUS_DONE)
		status = read_main(workbook, main_part, &relationships, error);
	if (status == STATUS_DONE)
		status = styles_read(&workbook->styles, archive,
			part_of_type(&relationships, archive, "styles", "xl/styles.xml"), error);
	if (status == STATUS_DONE)
		status = shared_strings_read(&workbook->strings, archive,
			part_of_type(
				&relationships, archive, "sharedStrings", "xl/sharedStrings.xml"),
			error);
	relationships_release(&relationships);
	return status;
}

static enum status read_archive(struct workbook *workbook, struct error *error)
{
	struct relationships relationships;
	enum status status = relationships_read(&relationships, workbook->archive, "", error);
	const char *part;

	if (status == STATUS_DONE) {
		part = part_of_type(
			&relationships, workbook->archive, "officeDocument", "xl/workbook.xml");
		if (part && ends_with(part, ".bin"))
			status = error_set(error, STATUS_REJECTED,
				"đây là bảng tính nhị phân (.xlsb); hãy lưu lại dạng .xlsx",
				"this is a binary workbook (.xlsb); save it again as .xlsx");
		else if (part == NULL)
			status = no_workbook(workbook->archive, error);
		else
			status = read_parts(workbook, part, error);
	}
	relationships_release(&relationships);
	return status;
}

enum status workbook_open(struct workbook **opened, int file, struct error *error)
{
	struct workbook *workbook = memory_zeroed(sizeof *workbook);
	enum status status = archive_open(&workbook->archive, file, error);

	*opened = workbook;
	if (status == STATUS_DONE)
		status = read_archive(workbook, error);
	if (status != STATUS_DONE) {
		workbook_close(workbook);
		*opened = NULL;
	}
	return status;
}

void workbook_close(struct workbook *workbook)
{
	if (workbook == NULL)
		return;
	for (size_t i = 0; i < workbook->sheet_count; i++) {
		free(workbook->sheets[i].name);
		free(workbook->sheets[i].part);
	}
	free(workbook->sheets);
	shared_strings_free(workbook->strings);
	styles_free(workbook->styles);
	archive_close(workbook->archive);
	free(workbook);
}
