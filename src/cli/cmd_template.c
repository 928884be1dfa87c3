#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/choice.h"
#include "base/date.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/database.h"
#include "cli/document.h"
#include "cli/unknown_in.h"
#include "import/field.h"
#include "render/form.h"

/* --- what is said of a column ----------------------------------------------------------------- */

#define UNIT_WORDS                                                          \
	L("Mã đơn vị, ghi đủ cả số 0 ở đầu, hoặc đúng tên của một đơn vị.", \
		"The code of a unit, with the zeros at its front, or the exact name of one.")

/* What a cell of each type holds, for who fills it in. */
static const struct label type_words[] = {
	[FIELD_CODE] = L("Mã, ghi đủ cả số 0 ở đầu.", "A code, with the zeros at its front."),
	[FIELD_NAME] = L("Chữ, gõ Unicode có dấu.", "Text."),
	[FIELD_TEXT] = L("Chữ, gõ Unicode có dấu.", "Text."),
	[FIELD_RELIGION] = L("Chữ. Không theo tôn giáo nào thì ghi Không.",
		"Text. None (Không) for no religion."),
	[FIELD_DATE] = L("Ngày/tháng/năm, như 03/02/1980.", "Day/month/year, as 03/02/1980."),
	[FIELD_BIRTH] = L(
		"Ngày/tháng/năm, như 03/02/1980. Chỉ biết tháng thì ghi 02/1980, chỉ biết năm "
		"thì ghi 1980.",
		"Day/month/year, as 03/02/1980; 02/1980 where only the month is known, 1980 where only the "
		"year is."),
	[FIELD_COUNT] = L("Số nguyên.", "A whole number."),
	[FIELD_PERCENT] = L("Tỷ lệ phần trăm, như 3,85.", "A percent, as 3.85."),
	[FIELD_WORD] = L("Chọn trong danh sách: ", "Choose from the list: "),
	[FIELD_UNIT] = UNIT_WORDS,
	[FIELD_OTHER_UNIT] = UNIT_WORDS,
};

static void write_comment(struct buf *out, const struct field *field, enum lang lang)
{
	size_t i;

	buf_puts(out, label_in(type_words[field->type], lang));
	for (i = 0; field->codes && i < field->codes->count; i++)
		buf_printf(
			out, "%s%s", i ? ", " : "", label_in(field->codes->words[i].label, lang));
	buf_puts(out, field->codes ? ".\n" : "\n");
	if (field->flags & FIELD_REQUIRED)
		buf_puts(out, lang == LANG_VI ? "Bắt buộc." : "Required.");
	else
		buf_puts(out, lang == LANG_VI ? "Có thể để trống." : "May be left empty.");
}

/* --- lists to choose from --------------------------------------------------------------------- */

static void add_word(struct buf *words, const char *word)
{
	buf_add(words, word, strlen(word) + 1);
}

static void make_words(
	struct form_list *list, const struct field *field, enum lang lang, struct buf *heading)
{
	size_t i;

	buf_printf(heading, lang == LANG_VI ? "Các từ của cột %s" : "Words of the column %s",
		label_in(field->label, lang));
	list->heading = heading->data;
	for (i = 0; i < field->codes->count; i++)
		add_word(&list->words, label_in(field->codes->words[i].label, lang));
	list->count = field->codes->count;
}

static void add_unit(struct form_list *list, const struct buf *code, const struct buf *name)
{
	if (code->len == 0)
		return;
	add_word(&list->words, code->data);
	add_word(&list->meanings, buf_text(name));
	list->count++;
}

/* The units of the database, with the last name of each. */
static enum status add_units(
	struct db *db, const struct request *request, void *context, struct error *error)
{
	struct form_list *list = context;
	sqlite3_stmt *statement = db_statement(db, SQL_LIST_UNITS, error);
	enum status status = STATUS_DONE;
	struct buf code = {0}, name = {0};

	(void)request;
	if (statement == NULL)
		return error_status(error);
	/* The versions of a unit stand together, the last one last. */
	while (db_row(db, statement, &status, error)) {
		const char *text = (const char *)sqlite3_column_text(statement, 0);

		if (strcmp(buf_text(&code), text) != 0)
			add_unit(list, &code, &name);
		buf_clear(&code);
		buf_puts(&code, text);
		buf_clear(&name);
		buf_puts(&name, (const char *)sqlite3_column_text(statement, 1));
	}
	add_unit(list, &code, &name);
	sqlite3_reset(statement);
	buf_release(&code);
	buf_release(&name);
	return status;
}

static enum status make_units(
	struct form_list *list, const struct request *request, struct error *error)
{
	char *path = db_path(request_value(request, OPTION_DB), error);
	bool is_there = path && access(path, F_OK) == 0;

	if (path == NULL)
		return error_status(error);
	free(path);
	/* None of these is a heading of the import. */
	list->heading =
		request->lang == LANG_VI ? "Mã đơn vị có thể chọn" : "Codes of units to choose";
	list->meaning = request->lang == LANG_VI ? "Tên của đơn vị ấy" : "Name of that unit";
	list->open = true;
	return is_there ? database_use(request, DB_READ, add_units, list, error) : STATUS_DONE;
}

/* --- the form --------------------------------------------------------------------------------- */

/* A form and what it points to. */
struct template
{
	const struct roll *roll;
	struct buf title;
	struct column columns[RECORD_FIELDS];
	struct form_column said[RECORD_FIELDS];
	struct form_list lists[RECORD_FIELDS];
	struct buf headings[RECORD_FIELDS]; /* of the lists */
	struct form_list units;
	struct form form;
	struct sheet sheet;
};

static bool names_units(enum field_type type)
{
	return type == FIELD_UNIT || type == FIELD_OTHER_UNIT;
}

/* Days are chosen as such, counts are numbers; anything else is written as text. */
static enum column_kind kind_of(enum field_type type)
{
	switch (type) {
	case FIELD_DATE:
		return COL_DATE;
	case FIELD_COUNT:
		return COL_COUNT;
	case FIELD_NAME:
	case FIELD_TEXT:
		return COL_TEXT;
	default:
		return COL_CODE;
	}
}

static void make_column(struct template *template, size_t i, enum lang lang)
{
	const struct field *field = &template->roll->fields[i];
	struct form_column *said = &template->said[i];
	bool party = field->flags & FIELD_PARTY_DAY;

	template->columns[i] = (struct column){
		.key = field->name, .kind = kind_of(field->type), .label = field->label};
	said->required = field->flags & FIELD_REQUIRED;
	said->first_day = party ? date_day(1930, 2, 3) : date_day(1900, 3, 1);
	write_comment(&said->comment, field, lang);
	if (field->codes) {
		make_words(&template->lists[i], field, lang, &template->headings[i]);
		said->list = &template->lists[i];
	} else if (names_units(field->type) && template->units.count > 0) {
		said->list = &template->units;
	}
}

/* with_units: the units of the database are among the lists. */
static enum status make_template(struct template *template, enum roll_kind kind, bool with_units,
	const struct request *request, struct error *error)
{
	const char *label = label_in(rolls[kind].label, request->lang);
	size_t i;

	*template = (struct template){.roll = &rolls[kind]};
	if (with_units && make_units(&template->units, request, error) != STATUS_DONE)
		return error_status(error);
	for (i = 0; i < template->roll->count; i++)
		make_column(template, i, request->lang);
	text_capital(&template->title, label, strlen(label));
	template->form = (struct form){
		.list_title = request->lang == LANG_VI ? "Danh mục" : "Lists",
		.columns = template->said,
	};
	template->sheet = (struct sheet){.name = template->roll->name,
		.title = {template->title.data, template->title.data},
		.as_of = date_today(),
		.columns = template->columns,
		.count = template->roll->count,
		.form = &template->form};
	return STATUS_DONE;
}

static void release_template(struct template *template)
{
	size_t i;

	for (i = 0; i < RECORD_FIELDS; i++) {
		buf_release(&template->said[i].comment);
		buf_release(&template->lists[i].words);
		buf_release(&template->headings[i]);
	}
	buf_release(&template->units.words);
	buf_release(&template->units.meanings);
	buf_release(&template->title);
}

/* --- rows that are filled in already ---------------------------------------------------------- */

/* A unit that a file names. What has a blank in it is a name, anything else a code. */
static enum status write_unit(
	const struct document *document, struct output *out, const char *text, struct error *error)
{
	struct cell cells[RECORD_FIELDS] = {{.type = CELL_EMPTY}};
	size_t field = strchr(text, ' ') ? UNIT_NAME : UNIT_UNIT;

	cells[field] = (struct cell){.type = CELL_TEXT, .text = text};
	return document->renderer->row(out, cells, error);
}

static enum status write_units(
	struct document *document, const struct unknown_units *units, struct error *error)
{
	const char *text = buf_text(&units->texts);
	enum status status = STATUS_DONE;

	for (size_t i = 0; i < units->count && status == STATUS_DONE; i++, text += strlen(text) + 1)
		status = write_unit(document, &document->output, text, error);
	return status;
}

/* --- the command ------------------------------------------------------------------------------ */

static enum status write_template(struct document *document, struct template *template,
	enum roll_kind kind, const struct request *request, struct error *error)
{
	const char *file = request_value(request, OPTION_FOR);
	struct unknown_units units = {0};
	enum status status =
		make_template(template, kind, document->renderer->binary, request, error);

	if (status == STATUS_DONE && file)
		status = unknown_in(file, request, &units, error);
	if (status == STATUS_DONE)
		status = document->renderer->begin(&document->output, &template->sheet, error);
	if (status == STATUS_DONE)
		status = write_units(document, &units, error);
	if (status == STATUS_DONE)
		status = document->renderer->end(&document->output, NULL, error);
	unknown_units_release(&units);
	return status;
}

static enum status run(const struct request *request, struct error *error)
{
	struct template template;
	struct document document;
	enum roll_kind kind;
	enum status status;

	if (request->argument_count != 1)
		return error_set(error, STATUS_USAGE, "hãy chọn một loại: %s",
			"choose one kind: %s", cmd_template.words);
	kind = roll_find(request->arguments[0]);
	if (kind == ROLL_KINDS)
		return choice_refuse((struct label)L("loại dữ liệu", "kind of records"),
			request->arguments[0], cmd_template.words, error);
	if (kind != ROLL_UNITS && request_has(request, OPTION_FOR))
		return error_set(error, STATUS_USAGE, "--for chỉ dùng với template units",
			"--for goes with template units only");
	if (document_open_form(&document, request, error) != STATUS_DONE)
		return error_status(error);
	status = document_close(
		&document, write_template(&document, &template, kind, request, error), error);
	release_template(&template);
	return status;
}

static const enum option options[] = {
	OPTION_FOR, OPTION_FORMAT, OPTION_OUTPUT, OPTION_EXCEL, OPTION_END};

static const struct example examples[] = {
	{L("Bảng đảng viên để điền bằng Excel", "A sheet of members to fill in with Excel"),
		PROGRAM " template members -o dang-vien.xlsx"},
	{L("Điền xong thì nhập", "Filled in, it is imported"), PROGRAM " import dang-vien.xlsx"},
	{L("Các đơn vị mà một bảng đảng viên nêu nhưng chưa có, để điền",
		 "The units that a sheet of members names and nobody has imported, to fill in"),
		PROGRAM " template units --for dang-vien.xlsx -o don-vi.xlsx"},
	{.line = NULL},
};

const struct command cmd_template = {
	.name = "template",
	.summary =
		L("tạo bảng trống để điền rồi nhập", "make an empty sheet to fill in and import"),
	.usage = "units|population|plans|members",
	.options = options,
	.text = L(
		"Dạng xlsx (-o TỆP.xlsx) có tiêu đề cột theo ngôn ngữ đã chọn, dấu * ở cột bắt buộc, lời "
		"giải thích ở mỗi tiêu đề, cột mã và cột chữ ở dạng văn bản để không mất số 0 và 12/12 "
		"không thành ngày, cột ngày có kiểm tra, danh sách để chọn cho các từ, và cho đơn vị khi đã "
		"có cơ sở dữ liệu. Điền xong, import nhận ra ngay, không cần tùy chọn nào. Dạng csv là một "
		"dòng tên cột; --excel cho tiêu đề theo ngôn ngữ đã chọn.",
		"As xlsx (-o FILE.xlsx) it has headings in the chosen language, a * where a value is "
		"required, a comment in each heading, columns of text for codes and words, so that no zero is "
		"lost and 12/12 is no date, dates that are checked, and lists to choose from: of words, and of "
		"units when there is a database. Filled in, it is imported without any option. As csv it is a "
		"line of column names; --excel gives headings in the chosen language."),
	.examples = examples,
	.words = "units|population|plans|members",
	.run = run,
};
