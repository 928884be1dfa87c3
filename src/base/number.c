#include "base/number.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define COUNT_MAX        INT64_C(1000000000000000) /* 10^15 */
#define PERCENT_DECIMALS 4
#define DIGITS_MAX       32 /* of an int64_t with a leading zero for every decimal */

/* Blanks that stand between groups of digits and before a percent sign, as UTF-8. */
static const char *const blanks[] = {
	" ", "\xc2\xa0", /* U+00A0 no-break space */
	"\xe2\x80\xaf",  /* U+202F narrow no-break space */
	"\xe2\x80\x89",  /* U+2009 thin space */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t blank_length(const char *text)
{
	for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
		size_t len = strlen(blanks[i]);

		if (strncmp(text, blanks[i], len) == 0)
			return len;
	}
	return 0;
}

static size_t separator_length(const char *text)
{
	return *text == '.' || *text == ',' ? 1 : blank_length(text);
}

/* Reads the digits at *text into *value, moves *text behind them and returns how many they are.
 * Beyond COUNT_MAX *value is only some number above it. */
static size_t read_digits(const char **text, int64_t *value)
{
	const char *p = *text;

	for (; is_digit(*p); p++)
		if (*value <= COUNT_MAX)
			*value = *value * 10 + (*p - '0');
	size_t digits = (size_t)(p - *text);

	*text = p;
	return digits;
}

bool number_parse_count(const char *text, int64_t *count)
{
	const char *p = text, *separator;
	int64_t value = 0;
	size_t len, digits = read_digits(&p, &value);

	separator = p;
	len = separator_length(p);
	/* The first of several groups has one to three digits and does not begin with zero. */
	if (digits == 0 || (len > 0 && (digits > 3 || *text == '0')))
		return false;
	while (*p != '\0') {
		if (len == 0 || strncmp(p, separator, len) != 0)
			return false;
		p += len;
		if (read_digits(&p, &value) != 3)
			return false;
	}
	if (value > COUNT_MAX)
		return false;
	*count = value;
	return true;
}

bool number_parse_percent(const char *text, int64_t *percent)
{
	const char *p = text;
	int64_t value = 0;
	size_t decimals = 0;

	if (read_digits(&p, &value) == 0)
		return false;
	if (*p == '.' || *p == ',') {
		p++;
		decimals = read_digits(&p, &value);
		if (decimals == 0 || decimals > PERCENT_DECIMALS)
			return false;
	}
	if (p[blank_length(p)] == '%')
		p += blank_length(p) + 1;
	for (; decimals < PERCENT_DECIMALS && value <= COUNT_MAX; decimals++)
		value *= 10;
	if (*p != '\0' || value > COUNT_MAX)
		return false;
	*percent = value;
	return true;
}

static uint64_t magnitude(int64_t value)
{
	return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

/* Returns the next decimal digit of *rest / under and leaves the remainder in *rest. By ten
 * additions, because *rest times 10 may overflow. */
static uint64_t next_digit(uint64_t *rest, uint64_t under)
{
	uint64_t digit = 0, sum = 0;

	for (int i = 0; i < 10; i++) {
		if (sum >= under - *rest) {
			sum -= under - *rest;
			digit++;
		} else {
			sum += *rest;
		}
	}
	*rest = sum;
	return digit;
}

int64_t number_round(int64_t over, int64_t under, int decimals)
{
	uint64_t divisor = (uint64_t)under;
	uint64_t quotient = magnitude(over) / divisor, rest = magnitude(over) % divisor;

	for (int i = 0; i < decimals; i++) {
		if (quotient > (INT64_MAX - 10) / 10)
			return over < 0 ? -INT64_MAX : INT64_MAX;
		quotient = quotient * 10 + next_digit(&rest, divisor);
	}
	if (rest >= divisor - rest)
		quotient++;
	if (quotient > INT64_MAX)
		quotient = INT64_MAX;
	return over < 0 ? -(int64_t)quotient : (int64_t)quotient;
}

/* The marks that a language writes numbers with. */
struct signs {
	const char *minus, *group, *point;
};

static void write_number(struct buf *out, int64_t scaled, int decimals, const struct signs *signs)
{
	char digits[DIGITS_MAX];
	int len = snprintf(digits, sizeof digits, "%0*" PRIu64, decimals + 1, magnitude(scaled));
	int whole = len - decimals;

	if (scaled < 0)
		buf_puts(out, signs->minus);
	for (int i = 0; i < whole; i++) {
		if (i > 0 && (whole - i) % 3 == 0)
			buf_puts(out, signs->group);
		buf_putc(out, digits[i]);
	}
	if (decimals > 0) {
		buf_puts(out, signs->point);
		buf_add(out, digits + whole, (size_t)decimals);
	}
}

void number_write(struct buf *out, int64_t scaled, int decimals)
{
	static const struct signs machine = {"-", "", "."};

	write_number(out, scaled, decimals, &machine);
}

void number_write_people(struct buf *out, int64_t scaled, int decimals, enum lang lang)
{
	static const struct signs people[] = {
		[LANG_EN] = {"\u2212", ",", "."},
		[LANG_VI] = {"\u2212", ".", ","},
	};

	write_number(out, scaled, decimals, &people[lang]);
}

void number_write_percent(struct buf *out, int64_t percent)
{
	int decimals = PERCENT_DECIMALS;

	for (; decimals > 0 && percent % 10 == 0; decimals--)
		percent /= 10;
	number_write(out, percent, decimals);
}
