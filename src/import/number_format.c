#include "import/number_format.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

/* What stands at one place of a format. */
enum token {
	TOKEN_END,     /* of the section */
	TOKEN_DIGIT,   /* 0: a digit, or the zero in its place */
	TOKEN_PLACE,   /* # or ?: a digit, if there is one */
	TOKEN_POINT,   /* of the decimals */
	TOKEN_GENERAL, /* the number as it is */
	TOKEN_DATE,    /* a letter of days or times */
	TOKEN_PERCENT,
	TOKEN_OTHER,   /* exponent, fraction, text: no code is written so */
	TOKEN_TEXT,    /* literal */
	TOKEN_NOTHING, /* grouping, colours, widths, languages */
};

static size_t letter_length(const char *text)
{
	size_t len = 1;

	while (((unsigned char)text[len] & 0xc0) == 0x80)
		len++;
	return len;
}

/* Up to the closing mark, or the end of the text. */
static size_t length_to(const char *text, char mark)
{
	const char *end = strchr(text, mark);

	return end ? (size_t)(end - text) : strlen(text);
}

/* The token at a mark that takes what follows along: "text", [colour], \letter, _width, *fill.
 * Moves *at behind it; false when there is none. */
static bool next_marked(const char **at, const char **text, size_t *len, enum token *token)
{
	const char *here = *at;

	if (*here == '"' || *here == '[') {
		*len = length_to(here + 1, *here == '"' ? '"' : ']');
		*at = here + 1 + *len + (here[1 + *len] != '\0');
		/* [h]:mm is a time of more than a day. */
		if (*here == '"')
			*token = TOKEN_TEXT;
		else
			*token = *len > 0 && strspn(here + 1, "hHmMsS") == *len ? TOKEN_DATE
										: TOKEN_NOTHING;
	} else if (strchr("\\_*", *here) != NULL && here[1] != '\0') {
		*len = letter_length(here + 1);
		*at = here + 1 + *len;
		*token = *here == '\\' ? TOKEN_TEXT : TOKEN_NOTHING;
	} else {
		return false;
	}
	*text = here + 1;
	return true;
}

static enum token token_of_letter(char letter)
{
	switch (letter) {
	case '0':
		return TOKEN_DIGIT;
	case '#':
	case '?':
		return TOKEN_PLACE;
	case '.':
		return TOKEN_POINT;
	case ',':
		return TOKEN_NOTHING;
	case '%':
		return TOKEN_PERCENT;
	default:
		if (strchr("dDmMyYhHsS", letter))
			return TOKEN_DATE;
		return strchr("eE/@", letter) ? TOKEN_OTHER : TOKEN_TEXT;
	}
}

/* The token at *at, which is moved behind it; a literal text is given. */
static enum token next_token(const char **at, const char **text, size_t *len)
{
	const char *here = *at;
	enum token token;

	if (*here == '\0' || *here == ';')
		return TOKEN_END;
	if (next_marked(at, text, len, &token))
		return token;
	if (strncasecmp(here, "General", 7) == 0) {
		*at = here + 7;
		return TOKEN_GENERAL;
	}
	*text = here;
	*len = letter_length(here);
	*at = here + *len;
	return token_of_letter(*here);
}

const char *number_format_built_in(long number)
{
	static const char *const formats[] = {
		[1] = "0",
		[2] = "0.00",
		[3] = "#,##0",
		[4] = "#,##0.00",
		[9] = "0%",
		[10] = "0.00%",
		[11] = "0.00E+00",
		[12] = "# ?/?",
		[13] = "# ??"
		       "/"
		       "??",
		[48] = "##0.0E+0",
		[49] = "@",
	};

	/* 27 to 36 and 50 to 58 are the dates of East Asia. */
	if ((number >= 14 && number <= 22) || (number >= 27 && number <= 36) ||
		(number >= 45 && number <= 47) || (number >= 50 && number <= 58))
		return "yyyy-mm-dd";
	if (number < 0 || (size_t)number >= sizeof formats / sizeof formats[0] || !formats[number])
		return "";
	return formats[number];
}

enum number_kind number_format_kind(const char *format)
{
	enum number_kind kind = NUMBER_PLAIN;
	const char *text;
	size_t len;
	enum token token;

	while ((token = next_token(&format, &text, &len)) != TOKEN_END) {
		if (token == TOKEN_DATE)
			return NUMBER_DATE;
		if (token == TOKEN_PERCENT)
			kind = NUMBER_PERCENT;
	}
	return kind;
}

/* --- codes ------------------------------------------------------------------------------------ */

/* The section for the number: the first one where there is none for its sign. */
static const char *find_section(const char *format, int wanted)
{
	const char *at = format, *text;
	size_t len;

	while (wanted > 0) {
		while (next_token(&at, &text, &len) != TOKEN_END)
			continue;
		if (*at == '\0')
			return format;
		at++;
		wanted--;
	}
	return at;
}

/* What a section has of places for digits. */
struct places {
	int count;  /* before the decimals */
	bool plain; /* only places and literal text, so that a code can be written so */
};

static struct places count_places(const char *section)
{
	struct places places = {0, true};
	bool decimals = false, general = false;
	const char *text;
	size_t len;
	enum token token;

	while ((token = next_token(&section, &text, &len)) != TOKEN_END) {
		decimals = decimals || token == TOKEN_POINT;
		general = general || token == TOKEN_GENERAL;
		places.count += !decimals && (token == TOKEN_DIGIT || token == TOKEN_PLACE);
		if (token == TOKEN_OTHER || token == TOKEN_DATE || token == TOKEN_PERCENT)
			places.plain = false;
	}
	/* `"-"` for zero has no place at all: it is no code. */
	places.plain = places.plain && (places.count > 0) != general;
	return places;
}

static bool is_blank(const char *text, size_t len)
{
	return (len == 1 && *text == ' ') || (len == 2 && memcmp(text, "\xc2\xa0", 2) == 0);
}

/* Writes the digits into the places, from the right; the first place takes those that have none. */
static void write_section(
	struct buf *out, const char *section, const struct places *places, const char *digits)
{
	int rest = strcmp(digits, "0") == 0 ? 0 : (int)strlen(digits), left = places->count;
	const char *text;
	size_t len;
	enum token token;
	bool decimals = false;

	while ((token = next_token(&section, &text, &len)) != TOKEN_END) {
		decimals = decimals || token == TOKEN_POINT;
		if (token == TOKEN_GENERAL)
			buf_puts(out, digits);
		/* A blank between places groups digits. */
		if (token == TOKEN_TEXT &&
			!(is_blank(text, len) && left > 0 && left < places->count))
			buf_add(out, text, len);
		if (decimals || (token != TOKEN_DIGIT && token != TOKEN_PLACE))
			continue;
		if (rest < left && token == TOKEN_DIGIT)
			buf_putc(out, '0');
		for (; rest >= left; rest--)
			buf_putc(out, *digits++);
		left--;
	}
}

void number_format_code(struct buf *out, const char *format, const char *digits, bool negative)
{
	const char *section = find_section(format, negative ? 1 : strcmp(digits, "0") == 0 ? 2 : 0);
	struct places places = count_places(section);
	size_t start = out->len;

	if (negative && section == format)
		buf_putc(out, '-');
	/* A format with conditions is not looked into. */
	if (places.plain && strpbrk(format, "<>=") == NULL)
		write_section(out, section, &places, digits);
	if (out->len > start + (negative && section == format))
		return;
	out->len = start;
	buf_printf(out, "%s%s", negative ? "-" : "", digits);
}
