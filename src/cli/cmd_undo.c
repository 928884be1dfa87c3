#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/database.h"
#include "import/journal.h"
#include "base/text.h"

static void tell(const struct undone *undone, enum lang lang)
{
	struct buf file = {0};

	text_visible(&file, undone->file, strlen(undone->file));
	fprintf(stderr,
		lang == LANG_VI
			? "đã lùi lại lần nhập %lld (%s, %s): bỏ %ld bản ghi đã thêm, trả lại giá trị cũ "
			  "cho %ld bản ghi\n"
			: "took back import %lld (%s, %s): %ld added records taken away, %ld with their "
			  "former values again\n",
		(long long)undone->id, label_in(rolls[undone->kind].label, lang), file.data,
		undone->added, undone->updated);
	buf_release(&file);
}

static enum status take_back(
	struct db *db, const struct request *request, void *context, struct error *error)
{
	struct undone undone;
	enum status status = journal_undo(db, &undone, error);

	(void)context;
	if (status != STATUS_DONE)
		return status;
	if (undone.id == 0)
		return error_set(error, STATUS_FAILED, "không có lần nhập nào để lùi lại",
			"there is no import to take back");
	tell(&undone, request->lang);
	return STATUS_DONE;
}

static enum status run(const struct request *request, struct error *error)
{
	if (no_arguments(request, &cmd_undo, error) != STATUS_DONE)
		return error_status(error);
	return database_use(request, DB_WRITE, take_back, NULL, error);
}

static const enum option options[] = {OPTION_END};

static const struct example examples[] = {
	{L("Nhập nhầm tệp: lùi lại, rồi xem nhật ký",
		 "The wrong file was imported: take it back, see the log"),
		PROGRAM " undo && " PROGRAM " log"},
	{.line = NULL},
};

const struct command cmd_undo = {
	.name = "undo",
	.summary = L("lùi lại lần nhập gần nhất", "take the last import back"),
	.usage = "",
	.options = options,
	.text = L("Trả cơ sở dữ liệu về đúng trạng thái trước lần nhập gần nhất có thay đổi. Lặp "
		  "lại nhiều lần thì "
		  "lùi dần cho đến khi cơ sở dữ liệu trống. Nhật ký vẫn giữ lần nhập đó với thời "
		  "điểm lùi lại; "
		  "muốn có lại số liệu, hãy nhập lại tệp.",
		"Restores exactly the state before the last import that changed anything. "
		"Repeated, it goes back "
		"step by step to the empty database. The log keeps the import, with the time it "
		"was taken back; to "
		"have it again, import the file again."),
	.examples = examples,
	.run = run,
};
