/* Reads cells of text: codes, names, units, religions and the like. */
#include "import/field_cell.h"

#include <string.h>

#include "base/text.h"
#include "import/damage.h"

#define CODE_CHARACTERS 128
#define TEXT_CHARACTERS 1000

/* `Không` and `0` mean no religion (data/README.md section 3). */
static bool means_none(const char *text, size_t len)
{
	static const char *const words[] = {"khong", "khong co", "0", "none"};
	struct buf folded = {0};
	bool none = false;

	if (len > strlen("Không có"))
		return false;
	text_fold(&folded, text, len);
	for (size_t i = 0; i < sizeof words / sizeof words[0] && !none; i++)
		none = strcmp(buf_text(&folded), words[i]) == 0;
	buf_release(&folded);
	return none;
}

static bool is_lossy(const struct field_cell *cell)
{
	return text_is_lossy(cell->text, cell->len) ||
	       (cell->field->type == FIELD_NAME && strchr(cell->text, '?'));
}

static bool is_longer(const struct field_cell *cell, size_t characters)
{
	return cell->len > characters && text_characters(cell->text, cell->len) > characters;
}

bool field_read_text(const struct field_cell *cell)
{
	enum field_type type = cell->field->type;
	/* FIELD_UNIT is not checked as a code: it may be the name of a unit. */
	bool is_code = type == FIELD_CODE;

	if (type == FIELD_RELIGION && means_none(cell->text, cell->len)) {
		record_set_text(cell->record, cell->index, RELIGION_NONE, strlen(RELIGION_NONE));
		return true;
	}
	if ((!cell->plain || type == FIELD_CODE || type == FIELD_UNIT ||
		    damage_begins(cell->text[0])) &&
		!field_cell_is_sound(cell))
		return false;
	if (!cell->plain && is_lossy(cell))
		return field_cell_wrong(cell, FINDING_LOSSY_TEXT,
			"chữ đã hỏng trước khi đến đây (mất dấu, thành ? hoặc font cũ); hãy lưu lại từ tệp gốc "
			"dạng CSV UTF-8",
			"the text was damaged before it came here (letters became ? or an old font's); save it "
			"again from the original as CSV UTF-8");
	if (is_longer(cell, is_code ? CODE_CHARACTERS : TEXT_CHARACTERS))
		return is_code ? field_cell_wrong(cell, FINDING_TOO_LONG, "mã dài quá 128 ký tự",
					 "a code of more than 128 characters")
			       : field_cell_wrong(cell, FINDING_TOO_LONG, "dài quá 1.000 ký tự",
					 "a text of more than 1,000 characters");
	if (!cell->plain && !is_code && type != FIELD_UNIT && type != FIELD_OTHER_UNIT)
		text_mend_d(cell->reader->scratch.data);
	record_set_text(cell->record, cell->index, cell->text, cell->len);
	return true;
}
