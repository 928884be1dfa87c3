/* The account of an import: in words, and as JSON. */
#include "cli/import_teller.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/text.h"

static void tell_counts(const struct teller *teller, const struct import *import)
{
	const struct import_counts *counts = &import->counts;
	bool vi = teller->lang == LANG_VI;

	fprintf(stderr,
		vi ? "%s: %s: đọc %ld = thêm %ld + cập nhật %ld + không đổi %ld + từ chối %ld + bỏ qua %ld; %s\n"
		   : "%s: %s: read %ld = added %ld + updated %ld + unchanged %ld + rejected %ld + skipped "
		     "%ld; %s\n",
		teller->file,
		import->roll ? label_in(import->roll->label, teller->lang)
			     : (vi ? "không rõ" : "unknown"),
		counts->read, counts->added, counts->updated, counts->unchanged, counts->rejected,
		counts->skipped,
		import->stored ? (vi ? "đã lưu" : "stored")
		: import->options.dry_run
			? (vi ? "chạy thử, không lưu gì" : "dry run, nothing stored")
			: (vi ? "không lưu gì" : "nothing stored"));
}

static void write_json(const struct import *import, const char *file)
{
	const struct import_counts *counts = &import->counts;
	const struct findings *findings = &import->findings;
	struct buf out = {0};
	size_t i;

	buf_puts(&out, "{\"file\":");
	json_text(&out, file);
	buf_puts(&out, ",\"kind\":");
	json_text(&out, import->roll ? import->roll->name : NULL);
	buf_printf(&out,
		",\"read\":%ld,\"added\":%ld,\"updated\":%ld,\"unchanged\":%ld,\"rejected\":%ld,"
		"\"skipped\":%ld,",
		counts->read, counts->added, counts->updated, counts->unchanged, counts->rejected,
		counts->skipped);
	if (import->options.complete)
		buf_printf(&out, "\"missing\":%ld,", import->complete.missing);
	buf_printf(&out, "\"stored\":%s,\"errors\":[", import->stored ? "true" : "false");
	for (i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->list[i];

		buf_printf(&out, "%s{\"line\":%ld,\"column\":", i ? "," : "", finding->line);
		json_text(&out, finding->column);
		buf_puts(&out, ",\"code\":");
		json_text(&out, finding_code_name(finding->code));
		buf_puts(&out, ",\"message\":");
		json_text(&out, finding->message);
		buf_puts(&out, "}");
	}
	buf_puts(&out, "]}\n");
	(void)fwrite(out.data, 1, out.len, stdout);
	buf_release(&out);
}

/* What --complete found: of how many members how many are missing. */
static void tell_complete(const struct teller *teller, const struct import *import)
{
	const struct complete *complete = &import->complete;
	struct buf unit = {0};
	char date[11];

	date_write_in(teller->lang, import->options.complete_on, date);
	text_visible(&unit, import->options.complete, strlen(import->options.complete));
	fprintf(stderr,
		teller->lang == LANG_VI
			? "%s: %s ngày %s: %ld đảng viên, %ld người không có trong tệp\n"
			: "%s: %s on %s: %ld members, %ld of them missing in the file\n",
		teller->file, buf_text(&unit), date, complete->members, complete->missing);
	buf_release(&unit);
}

void tell_account(const struct teller *teller, const struct import *import)
{
	tell_counts(teller, import);
	if (import->complete.known)
		tell_complete(teller, import);
	if (import->same_as) {
		char same_on[11];
		int day;

		date_parse(import->same_on, &day);
		date_write_in(teller->lang, day, same_on);
		fprintf(stderr,
			teller->lang == LANG_VI
				? "%s: đúng tệp này đã được nhập ngày %s (lần nhập %lld)\n"
				: "%s: this very file was imported on %s (import %lld)\n",
			teller->file, same_on, (long long)import->same_as);
	}
	if (teller->json)
		write_json(import, import->file);
}
