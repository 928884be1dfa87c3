#include "support.h"

#include "cli/command.h"

#define WORDS_MAX 24

/* A command line that was read. */
struct asked {
	const struct command *command;
	struct request request;
	struct error error;
	enum status status;
};

static void ask(struct asked *asked, const char *const *words)
{
	char *argv[WORDS_MAX + 1] = {(char *)"memberstat"};
	int argc = 1;

	for (; *words; words++)
		argv[argc++] = (char *)*words;
	*asked = (struct asked){.error = {.lang = LANG_EN}};
	asked->status = command_line(argc, argv, &asked->command, &asked->request, &asked->error);
}

#define ASK(asked_, ...) ask(asked_, (const char *const[]){__VA_ARGS__, NULL})

static void accepted(const struct asked *asked, const char *command)
{
	assert_string_equal(asked->error.message, "");
	assert_int_equal(asked->status, STATUS_DONE);
	assert_non_null(asked->command);
	assert_string_equal(asked->command->name, command);
}

/* The command line was refused with exactly this message. */
static void refused(struct asked *asked, const char *message)
{
	assert_int_equal(asked->status, STATUS_USAGE);
	assert_string_equal(asked->error.message, message);
	request_release(&asked->request);
}

static void options_stand_before_after_and_among_arguments(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "--db", "a.db", "import", "--dry-run", "x.csv", "--on-error", "skip", "y.csv");
	accepted(&asked, "import");
	assert_int_equal(asked.request.argument_count, 2);
	assert_string_equal(asked.request.arguments[0], "x.csv");
	assert_string_equal(asked.request.arguments[1], "y.csv");
	assert_string_equal(request_value(&asked.request, OPTION_DB), "a.db");
	assert_string_equal(request_value(&asked.request, OPTION_ON_ERROR), "skip");
	assert_true(request_has(&asked.request, OPTION_DRY_RUN));
	assert_false(request_has(&asked.request, OPTION_VERBOSE));
	assert_null(request_value(&asked.request, OPTION_MAP));
	request_release(&asked.request);

	ASK(&asked, "report", "ratio", "--lang=vi", "--db=b.db");
	accepted(&asked, "report");
	assert_string_equal(request_value(&asked.request, OPTION_DB), "b.db");
	request_release(&asked.request);

	/* An option of a command may come before the command. */
	ASK(&asked, "--unit", "30037", "report", "ratio");
	accepted(&asked, "report");
	request_release(&asked.request);
}

static void both_spellings_of_a_value_mean_the_same(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "report", "--unit=30037", "--as-of", "2022-04-30", "ratio");
	accepted(&asked, "report");
	assert_string_equal(request_value(&asked.request, OPTION_UNIT), "30037");
	assert_string_equal(request_value(&asked.request, OPTION_AS_OF), "2022-04-30");
	request_release(&asked.request);

	ASK(&asked, "import", "--map", "unit=Mã chi bộ", "--map=name=Tên", "x");
	accepted(&asked, "import");
	assert_int_equal(asked.request.options[OPTION_MAP].count, 2);
	assert_string_equal(asked.request.options[OPTION_MAP].values[0], "unit=Mã chi bộ");
	assert_string_equal(asked.request.options[OPTION_MAP].values[1], "name=Tên");
	request_release(&asked.request);
}

static void of_values_given_twice_the_last_one_counts(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "report", "--unit", "1", "--unit", "2", "ratio");
	accepted(&asked, "report");
	assert_string_equal(request_value(&asked.request, OPTION_UNIT), "2");
	request_release(&asked.request);
}

static void two_dashes_end_the_options(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "import", "--", "--dry-run", "-x", "--");
	accepted(&asked, "import");
	assert_int_equal(asked.request.argument_count, 3);
	assert_string_equal(asked.request.arguments[0], "--dry-run");
	assert_string_equal(asked.request.arguments[2], "--");
	assert_false(request_has(&asked.request, OPTION_DRY_RUN));
	request_release(&asked.request);
}

static void one_dash_is_standard_input(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "import", "members", "-");
	accepted(&asked, "import");
	assert_string_equal(asked.request.arguments[1], "-");
	request_release(&asked.request);
}

static void short_forms_take_their_value_in_both_ways(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "report", "-o", "a.csv", "ratio");
	accepted(&asked, "report");
	assert_string_equal(request_value(&asked.request, OPTION_OUTPUT), "a.csv");
	request_release(&asked.request);
	ASK(&asked, "report", "-hoa.csv");
	accepted(&asked, "report");
	assert_string_equal(request_value(&asked.request, OPTION_OUTPUT), "a.csv");
	assert_true(request_has(&asked.request, OPTION_HELP));
	request_release(&asked.request);
	ASK(&asked, "-V");
	assert_int_equal(asked.status, STATUS_DONE);
	assert_true(request_has(&asked.request, OPTION_VERSION));
	request_release(&asked.request);
	ASK(&asked, "report", "-x");
	refused(&asked, "unknown option \"-x\"");
	ASK(&asked, "report", "-o");
	refused(&asked, "--output needs a value: --output FILE");
}

static void abbreviations_are_refused(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "import", "--dry", "x");
	refused(&asked, "unknown option \"--dry\"; did you mean \"--dry-run\"?");
	ASK(&asked, "imp", "x");
	refused(&asked, "unknown command \"imp\"; did you mean \"import\"?");
}

static void an_unknown_word_is_told_with_the_nearest(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "imprt");
	refused(&asked, "unknown command \"imprt\"; did you mean \"import\"?");
	assert_null(asked.command);
	ASK(&asked, "import", "--dry-rum=1");
	refused(&asked, "unknown option \"--dry-rum\"; did you mean \"--dry-run\"?");
	ASK(&asked, "import", "-dry-run");
	refused(&asked, "unknown option \"-dry-run\"; did you mean \"--dry-run\"?");
	ASK(&asked, "import", "--xyzzy");
	refused(&asked, "unknown option \"--xyzzy\"");
	ASK(&asked, "--lang=vi", "imprt");
	refused(&asked, "không có lệnh \"imprt\"; có phải ý bạn là \"import\"?");
}

static void an_option_of_another_command_is_refused(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "import", "--depth", "2", "x");
	refused(&asked, "the command import does not take --depth");
	ASK(&asked, "--dry-run", "report", "ratio");
	refused(&asked, "the command report does not take --dry-run");
	ASK(&asked, "--dry-run", "--lang", "vi", "report", "ratio");
	refused(&asked, "lệnh report không có tùy chọn --dry-run");
}

static void a_value_outside_the_choices_is_refused(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "report", "structure", "--by", "gendr");
	refused(&asked, "--by does not take \"gendr\"; did you mean \"gender\"?");
	ASK(&asked, "import", "--on-error", "ignore", "x");
	refused(&asked, "--on-error does not take \"ignore\"; it is one of: stop, skip");
	ASK(&asked, "import", "--on-error=Skip", "x");
	refused(&asked, "--on-error does not take \"Skip\"; did you mean \"skip\"?");
}

static void a_list_of_choices_is_checked_word_by_word(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "report", "ratio", "--format", "csv,json");
	accepted(&asked, "report");
	request_release(&asked.request);
	ASK(&asked, "report", "ratio", "--format", "csv,jsno");
	refused(&asked, "--format does not take \"jsno\"; did you mean \"json\"?");
	ASK(&asked, "report", "ratio", "--format", "csv,");
	assert_int_equal(asked.status, STATUS_USAGE);
	request_release(&asked.request);
}

static void open_choices_are_only_proposals(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "import", "--encoding", "TCVN3", "--delimiter", "|", "x");
	accepted(&asked, "import");
	request_release(&asked.request);
}

static void a_forgotten_or_empty_value_is_refused(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "report", "ratio", "--unit");
	refused(&asked, "--unit needs a value: --unit CODE");
	ASK(&asked, "report", "ratio", "--unit=");
	refused(&asked, "--unit needs a value: --unit CODE");
	ASK(&asked, "report", "ratio", "--unit", "");
	refused(&asked, "--unit needs a value: --unit CODE");
	ASK(&asked, "report", "progress", "--unit", "--all");
	refused(&asked, "--unit needs a value: --unit CODE");
	ASK(&asked, "report", "progress", "--unit=--all");
	accepted(&asked, "report");
	request_release(&asked.request);
}

static void a_switch_takes_no_value(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "import", "--dry-run=yes", "x");
	refused(&asked, "--dry-run takes no value");
}

static void system_language(const char *all, const char *messages, const char *lang)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	const char *const values[] = {all, messages, lang};

	for (int i = 0; i < 3; i++) {
		if (values[i])
			setenv(names[i], values[i], 1);
		else
			unsetenv(names[i]);
	}
}

static enum lang language_of(const char *first, const char *second)
{
	struct asked asked;

	if (first)
		ASK(&asked, first, second, "log");
	else
		ASK(&asked, "log");
	assert_int_equal(asked.status, STATUS_DONE);
	assert_int_equal(asked.request.lang, asked.error.lang);
	request_release(&asked.request);
	return asked.error.lang;
}

static void the_first_variable_that_is_not_empty_decides_the_language(void **state)
{
	(void)state;
	system_language(NULL, NULL, NULL);
	assert_int_equal(language_of(NULL, NULL), LANG_EN);
	system_language(NULL, NULL, "vi_VN.UTF-8");
	assert_int_equal(language_of(NULL, NULL), LANG_VI);
	system_language("", "", "vi");
	assert_int_equal(language_of(NULL, NULL), LANG_VI);
	system_language("C", "vi_VN", "vi_VN");
	assert_int_equal(language_of(NULL, NULL), LANG_EN);
	system_language(NULL, "vi_VN", "en_US.UTF-8");
	assert_int_equal(language_of(NULL, NULL), LANG_VI);
	system_language("vi_VN.UTF-8", "C", "C");
	assert_int_equal(language_of(NULL, NULL), LANG_VI);
	assert_int_equal(language_of("--lang", "en"), LANG_EN);
	system_language(NULL, NULL, NULL);
	assert_int_equal(language_of("--lang", "vi"), LANG_VI);
}

static void a_fault_before_lang_is_told_in_its_language(void **state)
{
	struct asked asked;

	(void)state;
	ASK(&asked, "imprt", "--lang", "vi");
	refused(&asked, "không có lệnh \"imprt\"; có phải ý bạn là \"import\"?");
	ASK(&asked, "--xyzzy", "--lang=vi");
	refused(&asked, "không có tùy chọn \"--xyzzy\"");
	/* After -- it is no option. */
	ASK(&asked, "imprt", "--", "--lang=vi");
	refused(&asked, "unknown command \"imprt\"; did you mean \"import\"?");
}

static void an_unknown_language_is_refused_in_the_systems_language(void **state)
{
	struct asked asked;

	(void)state;
	system_language(NULL, NULL, "vi_VN");
	ASK(&asked, "log", "--lang", "fr");
	refused(&asked, "--lang không nhận giá trị \"fr\"; các từ dùng được: vi, en");
	system_language(NULL, NULL, NULL);
}

static void no_command_is_no_error_yet(void **state)
{
	struct error error = {.lang = LANG_EN};
	const struct command *command;
	struct request request;
	struct asked asked;

	(void)state;
	ASK(&asked, "--help");
	assert_int_equal(asked.status, STATUS_DONE);
	assert_null(asked.command);
	assert_true(request_has(&asked.request, OPTION_HELP));
	request_release(&asked.request);
	assert_int_equal(command_line(0, NULL, &command, &request, &error), STATUS_DONE);
	assert_null(command);
	request_release(&request);
}

static void hostile_words_stay_on_one_short_line(void **state)
{
	char huge[100000];
	struct asked asked;

	(void)state;
	memset(huge, 'x', sizeof huge);
	huge[sizeof huge - 1] = '\0';
	ASK(&asked, huge);
	assert_int_equal(asked.status, STATUS_USAGE);
	assert_true(strlen(asked.error.message) < 400);
	request_release(&asked.request);
	ASK(&asked, "log", "--a\nmemberstat: done\033[2J");
	assert_int_equal(asked.status, STATUS_USAGE);
	assert_null(strchr(asked.error.message, '\n'));
	assert_null(strchr(asked.error.message, '\033'));
	request_release(&asked.request);
	ASK(&asked, "\xc3\x28\xff");
	assert_int_equal(asked.status, STATUS_USAGE);
	assert_null(strchr(asked.error.message, '\xff'));
	request_release(&asked.request);
	ASK(&asked, "");
	assert_int_equal(asked.status, STATUS_USAGE);
	request_release(&asked.request);
}

/* Cuts the part of a shell line that runs memberstat into words, without quotation marks. */
static size_t shell_words(const char *line, char *text, const char **words)
{
	const char *at = strstr(line, "memberstat ");
	size_t count = 0;
	char quote = '\0';

	assert_non_null(at);
	at += strlen("memberstat ");
	while (*at && !strchr("|<>&;)", *at) && count < WORDS_MAX) {
		words[count++] = text;
		for (; *at && (quote || !strchr(" |<>&;)", *at)); at++) {
			if (strncmp(at, "$(", 2) == 0) /* $(…): what a command prints is one word */
				while (*at != ')')
					*text++ = *at++;
			else if (quote ? *at == quote : (*at == '\'' || *at == '"'))
				quote = quote ? '\0' : *at;
			else
				*text++ = *at;
		}
		*text++ = '\0';
		while (*at == ' ')
			at++;
	}
	words[count] = NULL;
	return count;
}

/* People copy the examples, so the program must understand every one of them. */
static void examples_are_understood(const struct example *examples)
{
	for (; examples && examples->line; examples++) {
		const char *words[WORDS_MAX + 1];
		char text[500];
		struct asked asked;

		assert_true(strlen(examples->line) < sizeof text);
		assert_true(shell_words(examples->line, text, words) > 0);
		ask(&asked, words);
		if (asked.status != STATUS_DONE)
			fail_msg("%s: %s", examples->line, asked.error.message);
		request_release(&asked.request);
	}
}

static void every_example_is_a_right_command_line(void **state)
{
	(void)state;
	for (const struct command *const *command = commands; *command; command++)
		examples_are_understood((*command)->examples);
	examples_are_understood(program_examples);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_stand_before_after_and_among_arguments),
		cmocka_unit_test(both_spellings_of_a_value_mean_the_same),
		cmocka_unit_test(of_values_given_twice_the_last_one_counts),
		cmocka_unit_test(two_dashes_end_the_options),
		cmocka_unit_test(one_dash_is_standard_input),
		cmocka_unit_test(short_forms_take_their_value_in_both_ways),
		cmocka_unit_test(abbreviations_are_refused),
		cmocka_unit_test(an_unknown_word_is_told_with_the_nearest),
		cmocka_unit_test(an_option_of_another_command_is_refused),
		cmocka_unit_test(a_value_outside_the_choices_is_refused),
		cmocka_unit_test(a_list_of_choices_is_checked_word_by_word),
		cmocka_unit_test(open_choices_are_only_proposals),
		cmocka_unit_test(a_forgotten_or_empty_value_is_refused),
		cmocka_unit_test(a_switch_takes_no_value),
		cmocka_unit_test(the_first_variable_that_is_not_empty_decides_the_language),
		cmocka_unit_test(a_fault_before_lang_is_told_in_its_language),
		cmocka_unit_test(an_unknown_language_is_refused_in_the_systems_language),
		cmocka_unit_test(no_command_is_no_error_yet),
		cmocka_unit_test(hostile_words_stay_on_one_short_line),
		cmocka_unit_test(every_example_is_a_right_command_line),
	};

	system_language(NULL, NULL, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
