#include "import/field_cell.h"

#include "base/text.h"
#include "import/damage.h"

bool field_cell_wrong(
	const struct field_cell *cell, enum finding_code code, const char *vi, const char *en)
{
	findings_add(cell->findings, cell->record->line, cell->field->name, code, cell->text, "%s",
		"%s", cell->findings->lang == LANG_VI ? vi : en);
	return false;
}

void field_cell_clean(struct field_cell *cell)
{
	struct buf *seen = &cell->reader->seen, *scratch = &cell->reader->scratch;
	enum field_type type = cell->field->type;

	if (type == FIELD_CODE || type == FIELD_UNIT || type == FIELD_OTHER_UNIT ||
		type == FIELD_WORD) {
		buf_clear(seen);
		text_drop_unseen(seen, cell->text, cell->len);
		cell->text = buf_text(seen);
		cell->len = seen->len;
	}
	buf_clear(scratch);
	text_clean(scratch, cell->text, cell->len);
	cell->text = buf_text(scratch);
	cell->len = scratch->len;
}

bool field_cell_is_sound(const struct field_cell *cell)
{
	enum field_type type = cell->field->type;
	enum damage damage =
		type == FIELD_CODE || type == FIELD_UNIT || type == FIELD_OTHER_UNIT
			? damage_of_code(cell->text, cell->len, cell->raw, cell->raw_len)
			: damage_of_cell(cell->text, cell->len);

	if (damage != DAMAGE_NONE)
		return field_cell_wrong(
			cell, FINDING_DAMAGED, damage_words[damage].vi, damage_words[damage].en);
	return cell->plain || !damage_misread(cell->findings, cell->record->line, cell->field->name,
				      cell->raw, cell->raw_len, NULL);
}
