/* Why the tree has no place for a row of a units file, in words. */
#include "import/unit_tree.h"

#include <string.h>

#include "base/date.h"

/* A fault by its word in stmt/unit_*.sql. %s in a message is the other unit, row or day. */
struct unit_fault {
	const char *why, *column;
	enum finding_code code;
	bool got; /* the message shows what the row has */
	const char *vi, *en;
};

static const struct unit_fault faults[] = {
	{"unknown", "parent", FINDING_UNKNOWN_UNIT, true,
		"không có đơn vị cấp trên nào có mã hoặc tên này, hoặc dòng của nó bị từ chối",
		"no unit has this code or name, or its row was rejected"},
	{"ambiguous", "parent", FINDING_AMBIGUOUS_UNIT, true,
		"nhiều đơn vị cùng có tên này (%s…); hãy dùng mã",
		"several units have this name (%s…); use the code"},
	{"merged_unknown", "merged_into", FINDING_UNKNOWN_UNIT, true,
		"không có đơn vị nào có mã hoặc tên này, hoặc dòng của nó bị từ chối",
		"no unit has this code or name, or its row was rejected"},
	{"merged_ambiguous", "merged_into", FINDING_AMBIGUOUS_UNIT, true,
		"nhiều đơn vị cùng có tên này (%s…); hãy dùng mã",
		"several units have this name (%s…); use the code"},
	{"differ", "merged_into", FINDING_DUPLICATE, true,
		"dòng %s của chính đơn vị này ghi đơn vị khác; hãy giữ lại một",
		"line %s of this very unit names another one; keep one of them"},
	{"merged_closed", "merged_into", FINDING_TREE, true,
		"đơn vị nhận sáp nhập không hoạt động vào ngày %s giải thể; hãy ghi đơn vị đang hoạt động hôm đó",
		"what it is merged into is not open on the day on which %s closes; name a unit that is"},
	{"merged_below", "merged_into", FINDING_TREE, true, "đơn vị nhận sáp nhập bị từ chối",
		"what it is merged into was rejected"},
	{"root", "parent", FINDING_TREE, false,
		"thiếu đơn vị cấp trên: mỗi ngày chỉ một đơn vị được để trống, và đã có đơn vị đó",
		"the parent is missing: only one unit may have none, and there is one already"},
	{"gap", "closed_on", FINDING_TREE, false,
		"từ ngày %s không còn đơn vị gốc nào trong khi vẫn còn đơn vị hoạt động",
		"from %s there is no root, while units are still open"},
	{"deep", "parent", FINDING_TREE, true,
		"cây đơn vị sẽ sâu hơn 100 cấp; hãy xem lại các đơn vị cấp trên",
		"the tree of units would be more than 100 levels deep; check the units above it"},
	{"circle", "parent", FINDING_TREE, true, "các đơn vị trực thuộc lẫn nhau thành vòng tròn",
		"the units above it lead round in a circle"},
	{"below", "parent", FINDING_TREE, true, "đơn vị cấp trên bị từ chối",
		"the unit above it was rejected"},
	{"fellow", "unit", FINDING_TREE, false,
		"một dòng khác của đơn vị này bị từ chối, nên dòng này cũng vậy",
		"another row of this unit was rejected, and so is this one"},
	{"history_kind", "kind", FINDING_HISTORY, true,
		"dòng này sửa số liệu quá khứ: đơn vị đã có đảng viên trước hôm nay. Nếu thay đổi từ một ngày, "
		"hãy nhập dòng có ngày đó ở cột since (unit,name,kind,parent,since): %s. Để sửa chỗ đã ghi sai: "
		"--rewrite-history",
		"this row changes figures of the past: the unit had members before today. If it changed on a "
		"day, import a row with that day in the column since (unit,name,kind,parent,since): %s. To mend "
		"a mistake: --rewrite-history"},
	{"history_parent", "parent", FINDING_HISTORY, true,
		"dòng này sửa số liệu quá khứ: đơn vị đã có đảng viên trước hôm nay. Nếu thay đổi từ một ngày, "
		"hãy nhập dòng có ngày đó ở cột since (unit,name,kind,parent,since): %s. Để sửa chỗ đã ghi sai: "
		"--rewrite-history",
		"this row changes figures of the past: the unit had members before today. If it changed on a "
		"day, import a row with that day in the column since (unit,name,kind,parent,since): %s. To mend "
		"a mistake: --rewrite-history"},
};

static const struct unit_fault *find(const char *why)
{
	size_t i = 0;

	while (strcmp(faults[i].why, why) != 0 && i + 1 < sizeof faults / sizeof faults[0])
		i++;
	return &faults[i];
}

/* The text with `other` in the place of %s, if it has one. */
static void fill(struct buf *out, const char *text, const char *other)
{
	const char *place = strstr(text, "%s");

	buf_add(out, text, place ? (size_t)(place - text) : strlen(text));
	if (place == NULL)
		return;
	buf_puts(out, other ? other : "");
	buf_puts(out, place + strlen("%s"));
}

void unit_fault_tell(
	struct import *import, long line, const char *why, const char *got, const char *other)
{
	const struct unit_fault *fault = find(why);
	struct buf vi = {0}, en = {0};
	char date[11];
	int day;

	if (strcmp(why, "gap") == 0 && date_parse(other, &day) == DATE_OK) {
		date_write_in(import->row.lang, day, date);
		other = date;
	}
	fill(&vi, fault->vi, other);
	fill(&en, fault->en, other);
	findings_add(&import->row, line, fault->column, fault->code, fault->got ? got : NULL, "%s",
		"%s", import->row.lang == LANG_VI ? buf_text(&vi) : buf_text(&en));
	buf_release(&vi);
	buf_release(&en);
}
