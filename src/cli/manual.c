#include "cli/command.h"

#include <string.h>

#include "cli/paragraphs.h"

#define RELEASED   "November 1, 2026"
#define LINE_WIDTH 78

/* An entry of a list: a name and its meaning. */
struct list_entry {
	const char *name;
	struct label text;
};

static const struct label description = L(
	"memberstat lưu danh sách tổ chức đảng và đảng viên của một đảng bộ huyện trong một tệp "
	"SQLite, nhập số liệu từ tệp CSV và lập báo cáo: tỷ lệ đảng viên so với dân số, tiến độ "
	"thực hiện kế hoạch kết nạp, tăng giảm đảng viên, cơ cấu đội ngũ. Báo cáo có thể lập cho "
	"bất kỳ ngày nào, vì mọi sự việc trong danh sách đều có ngày.\n"
	"\n"
	"Tùy chọn có thể đứng trước lệnh, sau lệnh hoặc xen giữa các tham số; sau dấu -- không còn "
	"tùy chọn nào. Viết --unit 30037 hay --unit=30037 đều như nhau. Không được viết tắt tên "
	"tùy chọn, nhờ vậy tập lệnh viết sẵn vẫn giữ nguyên ý nghĩa khi chương trình có thêm tùy "
	"chọn.\n"
	"\n"
	"Đầu ra chuẩn chỉ chứa số liệu; thông báo được ghi ra đầu ra lỗi chuẩn.",
	"memberstat keeps the roll of Party organisations and members of a district Party "
	"committee in one SQLite file, loads it from CSV, and makes reports: the ratio of members "
	"to population, progress against the plan of admissions, increase and decrease, structure. "
	"A report can be made for any day, because everything on the roll has its date.\n"
	"\n"
	"Options may stand before the command, after it and among its arguments; -- ends them. "
	"--unit 30037 and --unit=30037 mean the same. Names of options cannot be abbreviated, so a "
	"script keeps its meaning when options are added.\n"
	"\n"
	"Standard output carries data alone; messages go to standard error.");

static const struct list_entry environment[] = {
	{"MEMBERSTAT_DB", L("Tệp cơ sở dữ liệu khi không có --db.",
				  "The database file when there is no --db.")},
	{"XDG_DATA_HOME", L("Thư mục dữ liệu của người dùng; mặc định là ~/.local/share.",
				  "The user's data folder; ~/.local/share when it is not set.")},
	{"LC_ALL, LC_MESSAGES, LANG",
		L("Ngôn ngữ khi không có --lang: biến đầu tiên có giá trị sẽ quyết định; giá trị "
		  "bắt đầu bằng vi là tiếng Việt, còn lại là tiếng Anh.",
			"The language when there is no --lang: the first of them that is not empty "
			"decides; a value that begins with vi is Vietnamese, any other is "
			"English.")},
	{"MEMBERSTAT_TRACE",
		L("Khi là sql, mỗi câu lệnh SQL đã chạy được ghi ra đầu ra lỗi chuẩn với thời gian "
		  "(mili giây), số dòng và tệp của nó dưới src/sql, không kèm giá trị nào. Dành cho "
		  "người sửa chương trình.",
			"When it is sql, each SQL statement that was run is written to standard "
			"error with its time in milliseconds, its rows and its file below src/sql, "
			"without any values. For those who work on the program.")},
	{.name = NULL},
};

static const struct list_entry files[] = {
	{"$XDG_DATA_HOME/memberstat/memberstat.db",
		L("Cơ sở dữ liệu khi không có --db và MEMBERSTAT_DB. Lần nhập đầu tiên sẽ tạo tệp, "
		  "chỉ chủ tệp được đọc và ghi. Các báo cáo chỉ đọc, không bao giờ tạo tệp.",
			"The database when there is neither --db nor MEMBERSTAT_DB. The first "
			"import makes it, for its owner alone to read and write. Reports only read "
			"it and never make it.")},
	{.name = NULL},
};

static const struct {
	enum status status;
	struct label text;
} exit_codes[] = {
	{STATUS_DONE, L("Đã thực hiện xong.", "Done.")},
	{STATUS_FAILED, L("Không thực hiện được: lỗi vào ra, lỗi cơ sở dữ liệu, tệp không phải cơ "
			  "sở dữ liệu của memberstat.",
				"Failed: input or output, the database, or a file that is no "
				"memberstat database.")},
	{STATUS_USAGE, L("Sai cách dùng.", "Wrong usage.")},
	{STATUS_REJECTED,
		L("Số liệu bị từ chối toàn bộ, hoặc một số dòng bị từ chối khi dùng "
		  "--on-error=skip.",
			"Input was rejected: all of it, or some rows under --on-error=skip.")},
	{STATUS_BUSY, L("Cơ sở dữ liệu bận vì một lệnh khác quá 5 giây.",
			      "The database was busy with another command for more than 5 "
			      "seconds.")},
	{STATUS_BROKEN,
		L("Số liệu vi phạm quy tắc kiểm tra.", "The data break a rule of the check.")},
};

static const struct label pipe_note =
	L("Khi chương trình nhận số liệu qua đường ống kết thúc trước, memberstat dừng theo tín "
	  "hiệu SIGPIPE mà không báo lỗi; shell cho thấy mã 141.",
		"When the program that reads from the pipe ends first, memberstat ends by the "
		"signal SIGPIPE without a message; a shell shows it as 141.");

/* Appends text escaped for roff, with every dash as one that can be copied into a shell. */
static void escape(struct buf *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\\')
			buf_puts(out, "\\e");
		else if (text[i] == '-')
			buf_puts(out, "\\-");
		else
			buf_putc(out, text[i]);
	}
}

/* Appends a line of text; one that begins like a macro is escaped. */
static void write_line(struct buf *out, const char *text, size_t len)
{
	if (len > 0 && (text[0] == '.' || text[0] == '\''))
		buf_puts(out, "\\&");
	escape(out, text, len);
	buf_putc(out, '\n');
}

static bool ends_sentence(const char *word, size_t len)
{
	return strchr(".!?", word[len - 1]) != NULL;
}

/* Appends the words in lines. A sentence begins a new line, by which roff knows its end. */
static void write_words(struct buf *out, const char *text, size_t len)
{
	struct buf line = {0};
	const char *word;
	size_t word_len;

	while (paragraph_word(&text, &len, &word, &word_len)) {
		if (line.len > 0 && line.len + 1 + word_len > LINE_WIDTH) {
			write_line(out, line.data, line.len);
			buf_clear(&line);
		}
		if (line.len > 0)
			buf_putc(&line, ' ');
		buf_add(&line, word, word_len);
		if (ends_sentence(word, word_len)) {
			write_line(out, line.data, line.len);
			buf_clear(&line);
		}
	}
	if (line.len > 0)
		write_line(out, line.data, line.len);
	buf_release(&line);
}

static void write_text(struct buf *out, const char *text)
{
	write_words(out, text, strlen(text));
}

/* Appends the lines as they are, without the TAB before each. */
static void write_kept(struct buf *out, const struct paragraph *paragraph)
{
	const char *line = paragraph->text, *end = line + paragraph->len;

	buf_printf(out, ".Bd -literal -offset 3n%s\n", paragraph->apart ? "" : " -compact");
	while (line < end) {
		const char *stop = memchr(line, '\n', (size_t)(end - line));
		size_t len = (size_t)((stop ? stop : end) - line);

		write_line(out, line + 1, len - 1);
		line += len + 1;
	}
	buf_puts(out, ".Ed\n");
}

static void write_prose(struct buf *out, const char *text)
{
	struct paragraph paragraph;

	for (bool first = true; paragraph_next(&text, &paragraph); first = false) {
		if (paragraph.kept) {
			write_kept(out, &paragraph);
			continue;
		}
		if (paragraph.apart && !first)
			buf_puts(out, ".Pp\n");
		write_words(out, paragraph.text, paragraph.len);
	}
}

/* Appends an argument of a macro, in quotes. */
static void write_argument(struct buf *out, const char *text)
{
	buf_puts(out, " \"");
	for (; *text; text++) {
		if (*text == '"')
			buf_puts(out, "\\(dq");
		else
			escape(out, text, 1);
	}
	buf_putc(out, '"');
}

static void section(struct buf *out, enum lang lang, const char *vi, const char *en)
{
	buf_printf(out, ".Sh %s\n", lang == LANG_VI ? vi : en);
}

static void write_option(struct buf *out, enum option option, enum lang lang)
{
	const struct option_entry *entry = &option_table[option];
	struct buf meaning = {0};

	buf_puts(out, ".It");
	if (entry->letter)
		buf_printf(out, " Fl %c ,", entry->letter);
	buf_printf(out, " Fl \\-%s", entry->name);
	if (entry->value) {
		buf_puts(out, " Ar");
		write_argument(out, entry->value);
	}
	buf_putc(out, '\n');
	option_meaning(option, lang, &meaning);
	write_text(out, buf_text(&meaning));
	buf_release(&meaning);
}

static void write_options(struct buf *out, const enum option *options, enum lang lang)
{
	if (!options || *options == OPTION_END)
		return;
	buf_puts(out, ".Bl -tag -width Ds\n");
	for (; *options != OPTION_END; options++)
		write_option(out, *options, lang);
	buf_puts(out, ".El\n");
}

/* Appends a list of entries; `macro` marks their names: Ev, Pa. */
static void write_entries(
	struct buf *out, const char *macro, const struct list_entry *entries, enum lang lang)
{
	buf_puts(out, ".Bl -tag -width Ds\n");
	for (; entries->name; entries++) {
		buf_printf(out, ".It %s", macro);
		write_argument(out, entries->name);
		buf_putc(out, '\n');
		write_text(out, label_in(entries->text, lang));
	}
	buf_puts(out, ".El\n");
}

static void write_command(struct buf *out, const struct command *command, enum lang lang)
{
	bool options = command->options && *command->options != OPTION_END;

	buf_printf(out, ".Ss %s\n", command->name);
	buf_printf(out, ".Nm\n.Cm %s\n", command->name);
	if (options)
		buf_puts(out, ".Op Ar OPTIONS\n");
	if (command->usage && *command->usage) {
		buf_puts(out, ".Ar");
		write_argument(out, command->usage);
		buf_putc(out, '\n');
	}
	buf_puts(out, ".Pp\n");
	write_text(out, label_in(command->summary, lang));
	if (label_in(command->text, lang)) {
		buf_puts(out, ".Pp\n");
		write_prose(out, label_in(command->text, lang));
	}
	write_options(out, command->options, lang);
}

static void write_list(struct buf *out, const struct topic *topic, enum lang lang)
{
	struct buf name = {0}, text = {0};

	buf_puts(out, ".Bl -tag -width Ds\n");
	for (size_t n = 0; topic->entry(n, lang, &name, &text); n++) {
		buf_puts(out, ".It Cm");
		write_argument(out, buf_text(&name));
		buf_putc(out, '\n');
		write_text(out, buf_text(&text));
		buf_clear(&name);
		buf_clear(&text);
	}
	buf_puts(out, ".El\n");
	buf_release(&name);
	buf_release(&text);
}

/* Appends a section with the topics of a command that has some. */
static void write_topics(struct buf *out, const struct command *command, enum lang lang)
{
	const struct topic *topic = command->topics;

	if (!topic)
		return;
	buf_printf(
		out, ".Sh %s %s\n", lang == LANG_VI ? "CHI TIẾT VỀ" : "DETAILS OF", command->name);
	for (; topic->heading.en; topic++) {
		buf_puts(out, ".Ss");
		write_argument(out, label_in(topic->heading, lang));
		buf_putc(out, '\n');
		write_prose(out, label_in(topic->text, lang));
		if (topic->entry)
			write_list(out, topic, lang);
	}
}

static void write_exit_status(struct buf *out, enum lang lang)
{
	section(out, lang, "MÃ KẾT THÚC", "EXIT STATUS");
	buf_puts(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < sizeof exit_codes / sizeof *exit_codes; i++) {
		buf_printf(out, ".It %d\n", (int)exit_codes[i].status);
		write_text(out, label_in(exit_codes[i].text, lang));
	}
	buf_puts(out, ".El\n.Pp\n");
	write_text(out, label_in(pipe_note, lang));
}

static void write_examples(
	struct buf *out, const struct example *examples, enum lang lang, bool *first)
{
	for (; examples && examples->line; examples++) {
		struct buf what = {0};

		if (!*first)
			buf_puts(out, ".Pp\n");
		*first = false;
		buf_printf(&what, "%s:", label_in(examples->what, lang));
		write_text(out, buf_text(&what));
		buf_puts(out, ".Bd -literal -offset 3n -compact\n");
		write_line(out, examples->line, strlen(examples->line));
		buf_puts(out, ".Ed\n");
		buf_release(&what);
	}
}

static void write_all_examples(struct buf *out, enum lang lang)
{
	bool first = true;

	section(out, lang, "VÍ DỤ", "EXAMPLES");
	write_examples(out, program_examples, lang, &first);
	for (const struct command *const *command = commands; *command; command++)
		write_examples(out, (*command)->examples, lang, &first);
}

static void write_head(struct buf *out, enum lang lang)
{
	buf_puts(out, ".Dd " RELEASED "\n.Dt MEMBERSTAT 1\n.Os \"" PROGRAM " " VERSION "\"\n");
	/* NAME in every language: the index of manuals finds the section by this word. */
	buf_printf(out, ".Sh NAME\n.Nm " PROGRAM "\n.Nd %s\n", label_in(program_purpose, lang));
	section(out, lang, "TÓM TẮT", "SYNOPSIS");
	buf_puts(out, ".Nm\n.Op Fl \\-db Ar FILE\n.Op Fl \\-lang Ar vi | en\n"
		      ".Ar COMMAND\n.Op Ar OPTIONS\n.Op Ar ARGS\n");
	section(out, lang, "MÔ TẢ", "DESCRIPTION");
	write_prose(out, label_in(description, lang));
}

void manual_write(enum lang lang, struct buf *out)
{
	write_head(out, lang);
	section(out, lang, "TÙY CHỌN CHUNG", "OPTIONS OF EVERY COMMAND");
	write_options(out, options_global, lang);
	section(out, lang, "CÁC LỆNH", "COMMANDS");
	for (const struct command *const *command = commands; *command; command++)
		write_command(out, *command, lang);
	for (const struct command *const *command = commands; *command; command++)
		write_topics(out, *command, lang);
	section(out, lang, "BIẾN MÔI TRƯỜNG", "ENVIRONMENT");
	write_entries(out, "Ev", environment, lang);
	section(out, lang, "TỆP", "FILES");
	write_entries(out, "Pa", files, lang);
	write_exit_status(out, lang);
	write_all_examples(out, lang);
}
