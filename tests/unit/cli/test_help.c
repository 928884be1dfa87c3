#include "support.h"

#include <unistd.h>

#include "base/bar_list.h"
#include "cli/command.h"
#include "cli/completion.h"
#include "base/text.h"

static const enum lang langs[] = {LANG_EN, LANG_VI};

/* There is a text in both languages, and not the same one twice. */
static void bilingual(struct label label, const char *of)
{
	if (!label.vi || !label.en || !*label.vi || !*label.en || strcmp(label.vi, label.en) == 0)
		fail_msg("%s: a text is missing in one language", of);
	assert_true(text_valid(label.vi, strlen(label.vi)));
}

/* The help of an option begins after its name, and the choices come after it: no capital, no full
 * stop. */
static void continues(const char *text)
{
	assert_null(strchr(text, '\n'));
	assert_true(text[strlen(text) - 1] != '.');
}

static void every_option_is_described_in_both_languages(void **state)
{
	(void)state;
	for (int option = OPTION_END + 1; option < OPTION_COUNT; option++) {
		const struct option_entry *entry = &option_table[option];

		assert_non_null(entry->name);
		bilingual(entry->help, entry->name);
		continues(entry->help.vi);
		continues(entry->help.en);
		assert_true(entry->value || !entry->choices);
		assert_true(entry->value || !entry->listed);
	}
}

static void no_two_options_share_a_name_or_a_letter(void **state)
{
	(void)state;
	for (int a = OPTION_END + 1; a < OPTION_COUNT; a++)
		for (int b = a + 1; b < OPTION_COUNT; b++) {
			const struct option_entry *one = &option_table[a], *two = &option_table[b];

			assert_string_not_equal(one->name, two->name);
			assert_true(!one->letter || one->letter != two->letter);
		}
}

static void every_command_is_described_in_both_languages(void **state)
{
	(void)state;
	for (const struct command *const *at = commands; *at; at++) {
		const struct command *command = *at;

		bilingual(command->summary, command->name);
		continues(command->summary.vi);
		continues(command->summary.en);
		bilingual(command->text, command->name);
		assert_non_null(command->run);
		assert_non_null(command->examples);
		assert_non_null(command->examples->line);
		for (const struct example *example = command->examples; example->line; example++)
			bilingual(example->what, command->name);
		for (const struct topic *topic = command->topics; topic && topic->heading.en;
			topic++) {
			bilingual(topic->heading, command->name);
			bilingual(topic->text, command->name);
		}
		assert_ptr_equal(command_find(command->name), command);
	}
	assert_null(command_find("nothing"));
}

/* Counts the entries of a list; each has a name and a text, on one line. */
static size_t entries(const struct topic *topic, enum lang lang)
{
	struct buf name = {0}, text = {0};
	size_t n = 0;

	for (; topic->entry(n, lang, &name, &text); n++) {
		assert_true(name.len > 0 && text.len > 0);
		assert_true(text_valid(name.data, name.len) && text_valid(text.data, text.len));
		assert_null(strchr(text.data, '\n'));
		buf_clear(&name);
		buf_clear(&text);
	}
	buf_release(&name);
	buf_release(&text);
	return n;
}

static void every_list_of_the_manual_is_the_same_in_both_languages(void **state)
{
	size_t lists = 0;

	(void)state;
	for (const struct command *const *at = commands; *at; at++) {
		const struct topic *topic = (*at)->topics;

		for (; topic && topic->heading.en; topic++) {
			if (!topic->entry)
				continue;
			assert_true(entries(topic, LANG_EN) > 0);
			assert_int_equal(entries(topic, LANG_EN), entries(topic, LANG_VI));
			lists++;
		}
	}
	assert_true(lists >= 10);
}

static void global_options_are_nobodys_own(void **state)
{
	(void)state;
	for (const struct command *const *at = commands; *at; at++)
		for (const enum option *option = (*at)->options; option && *option; option++)
			for (const enum option *global = options_global; *global; global++)
				assert_int_not_equal(*option, *global);
}

static void fits(const char *text, size_t width)
{
	while (*text) {
		size_t len = strcspn(text, "\n");

		if (text_characters(text, len) > width)
			fail_msg("wider than %zu columns: %.*s", width, (int)len, text);
		assert_true(len == 0 || text[len - 1] != ' ');
		text += len + (text[len] != '\0');
	}
}

static void help_fits_eighty_columns_in_both_languages(void **state)
{
	struct buf out = {0};

	(void)state;
	for (int i = 0; i < 2; i++) {
		buf_clear(&out);
		help_write(NULL, langs[i], HELP_WIDTH, true, &out);
		fits(buf_text(&out), HELP_WIDTH);
		buf_clear(&out);
		help_usage(langs[i], &out);
		fits(buf_text(&out), HELP_WIDTH);
		for (const struct command *const *at = commands; *at; at++) {
			buf_clear(&out);
			help_write(*at, langs[i], HELP_WIDTH, true, &out);
			fits(buf_text(&out), HELP_WIDTH);
		}
	}
	buf_release(&out);
}

static void the_help_of_a_command_begins_with_use_and_examples(void **state)
{
	struct buf out = {0};
	const char *usage, *examples, *options;

	(void)state;
	help_write(command_find("help"), LANG_EN, HELP_WIDTH, true, &out);
	assert_int_equal(strncmp(buf_text(&out), "memberstat help - ", 18), 0);
	usage = strstr(buf_text(&out), "\nUsage:\n  memberstat help [OPTIONS] [COMMAND]\n");
	examples = strstr(buf_text(&out), "\nExamples:\n");
	options = strstr(buf_text(&out), "\nOptions:\n      --man ");
	assert_true(usage && examples && options);
	assert_true(usage < examples && examples < options);
	buf_release(&out);
}

static void the_help_of_a_command_names_every_option(void **state)
{
	struct buf out = {0}, name = {0};

	(void)state;
	for (const struct command *const *at = commands; *at; at++) {
		buf_clear(&out);
		help_write(*at, LANG_EN, HELP_WIDTH, false, &out);
		for (const enum option *option = (*at)->options; option && *option; option++) {
			buf_clear(&name);
			buf_printf(&name, " --%s", option_table[*option].name);
			assert_non_null(strstr(buf_text(&out), buf_text(&name)));
		}
	}
	buf_release(&out);
	buf_release(&name);
}

static void the_short_help_leaves_the_topics_out_and_says_where_they_are(void **state)
{
	struct buf out = {0};
	const char *heading = cmd_report.topics[0].heading.en;

	(void)state;
	help_write(&cmd_report, LANG_EN, HELP_WIDTH, true, &out);
	assert_non_null(strstr(buf_text(&out), heading));
	buf_clear(&out);
	help_write(&cmd_report, LANG_EN, HELP_WIDTH, false, &out);
	assert_null(strstr(buf_text(&out), heading));
	assert_non_null(strstr(buf_text(&out), "\nDetails: memberstat help report\n"));
	buf_clear(&out);
	help_write(&cmd_undo, LANG_EN, HELP_WIDTH, false, &out);
	assert_null(strstr(buf_text(&out), "Details:"));
	buf_release(&out);
}

static void choices_are_told_once(void **state)
{
	struct buf out = {0};

	(void)state;
	option_meaning(OPTION_LANG, LANG_EN, &out);
	assert_null(strstr(buf_text(&out), "vi, en"));
	buf_clear(&out);
	option_meaning(OPTION_BY, LANG_EN, &out);
	assert_non_null(strstr(buf_text(&out), ": gender, age, ethnicity"));
	buf_clear(&out);
	option_meaning(OPTION_EVERY, LANG_VI, &out);
	assert_non_null(strstr(buf_text(&out), ": month, quarter, year"));
	buf_release(&out);
}

/* The part of the man page about a command. The caller frees it. */
static char *manual_of(const char *manual, const char *command)
{
	struct buf heading = {0};
	const char *start, *end;

	buf_printf(&heading, "\n.Ss %s\n", command);
	start = strstr(manual, buf_text(&heading));
	assert_non_null(start);
	start += heading.len;
	end = strstr(start, "\n.S");
	assert_non_null(end);
	buf_release(&heading);
	return memory_text(start, (size_t)(end - start));
}

static void every_option_of_a_command_is_in_the_man_page(void **state)
{
	struct buf manual = {0}, name = {0};

	(void)state;
	for (int i = 0; i < 2; i++) {
		buf_clear(&manual);
		manual_write(langs[i], &manual);
		for (const struct command *const *at = commands; *at; at++) {
			const enum option *option = (*at)->options;
			char *part = manual_of(buf_text(&manual), (*at)->name);

			for (; option && *option; option++) {
				buf_clear(&name);
				buf_printf(&name, " Fl \\-%s", option_table[*option].name);
				assert_non_null(strstr(part, buf_text(&name)));
			}
			free(part);
		}
	}
	buf_release(&manual);
	buf_release(&name);
}

static void the_man_page_has_its_sections(void **state)
{
	static const char *const sections[] = {"NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS",
		"ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES"};
	struct buf manual = {0}, heading = {0};
	const char *last;

	(void)state;
	manual_write(LANG_EN, &manual);
	last = buf_text(&manual);
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
		buf_clear(&heading);
		buf_printf(&heading, "\n.Sh %s\n", sections[i]);
		last = strstr(last, buf_text(&heading));
		assert_non_null(last);
	}
	buf_release(&manual);
	buf_release(&heading);
}

static void the_man_page_tells_every_exit_status(void **state)
{
	struct buf manual = {0}, item = {0};
	const char *part;

	(void)state;
	manual_write(LANG_VI, &manual);
	part = strstr(buf_text(&manual), "\n.Sh MÃ KẾT THÚC\n");
	assert_non_null(part);
	for (int status = STATUS_DONE; status <= STATUS_BROKEN; status++) {
		buf_clear(&item);
		buf_printf(&item, "\n.It %d\n", status);
		assert_non_null(strstr(part, buf_text(&item)));
	}
	buf_release(&manual);
	buf_release(&item);
}

static void the_man_page_passes_mandoc(void **state)
{
	char path[] = "manual-test-XXXXXX", command[100];
	int file;

	(void)state;
	if (system("command -v mandoc >/dev/null 2>&1") != 0)
		skip();
	file = mkstemp(path);
	assert_true(file >= 0);
	for (int i = 0; i < 2; i++) {
		struct buf manual = {0};

		manual_write(langs[i], &manual);
		assert_int_equal(ftruncate(file, 0), 0);
		assert_int_equal(pwrite(file, manual.data, manual.len, 0), (ssize_t)manual.len);
		snprintf(command, sizeof command, "mandoc -T lint -W warning %s >&2", path);
		if (system(command) != 0) {
			unlink(path);
			fail();
		}
		buf_release(&manual);
	}
	close(file);
	unlink(path);
}

static void every_shell_is_given_every_command_and_option(void **state)
{
	const char *shells = completion_shells, *word;
	struct buf out = {0};
	size_t len;

	(void)state;
	while (bar_list_next(&shells, &word, &len)) {
		char *shell = memory_text(word, len);

		buf_clear(&out);
		assert_true(completion_write(shell, LANG_VI, &out));
		for (const struct command *const *at = commands; *at; at++) {
			const enum option *option = (*at)->options;

			assert_non_null(strstr(buf_text(&out), (*at)->name));
			for (; option && *option; option++)
				assert_non_null(strstr(buf_text(&out), option_table[*option].name));
		}
		assert_non_null(strstr(buf_text(&out), "--format tsv --no-guard"));
		free(shell);
	}
	assert_false(completion_write("tcsh", LANG_EN, &out));
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_option_is_described_in_both_languages),
		cmocka_unit_test(no_two_options_share_a_name_or_a_letter),
		cmocka_unit_test(every_command_is_described_in_both_languages),
		cmocka_unit_test(every_list_of_the_manual_is_the_same_in_both_languages),
		cmocka_unit_test(global_options_are_nobodys_own),
		cmocka_unit_test(help_fits_eighty_columns_in_both_languages),
		cmocka_unit_test(the_help_of_a_command_begins_with_use_and_examples),
		cmocka_unit_test(the_help_of_a_command_names_every_option),
		cmocka_unit_test(the_short_help_leaves_the_topics_out_and_says_where_they_are),
		cmocka_unit_test(choices_are_told_once),
		cmocka_unit_test(every_option_of_a_command_is_in_the_man_page),
		cmocka_unit_test(the_man_page_has_its_sections),
		cmocka_unit_test(the_man_page_tells_every_exit_status),
		cmocka_unit_test(the_man_page_passes_mandoc),
		cmocka_unit_test(every_shell_is_given_every_command_and_option),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
