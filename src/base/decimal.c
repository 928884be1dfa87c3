#include "base/decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SAFE_DIGITS 15 /* so many digits are always the shortest form of their number */
#define ALL_DIGITS  17 /* so many tell any number from every other */

/* Takes the digits without zeros at either end; point says where they stand. */
static void take_digits(struct decimal *decimal, const char *digits, int count, int point)
{
	while (count > 0 && *digits == '0') {
		digits++;
		count--;
		point--;
	}
	while (count > 0 && digits[count - 1] == '0')
		count--;
	memcpy(decimal->digits, digits, (size_t)count);
	decimal->digits[count] = '\0';
	decimal->count = count;
	decimal->point = count > 0 ? point : 0;
	decimal->negative = decimal->negative && count > 0;
}

/* The shortest text of digits that reads as the same number. */
static void shorten(struct decimal *decimal, double number)
{
	char text[40], digits[ALL_DIGITS + 1];
	int precision = SAFE_DIGITS, point;

	do
		snprintf(text, sizeof text, "%.*e", precision - 1, number);
	while (strtod(text, NULL) != number && ++precision <= ALL_DIGITS);
	digits[0] = text[0];
	memcpy(digits + 1, text + 2, (size_t)precision - 1);
	point = (int)strtol(text + 2 + precision, NULL, 10) + 1; /* behind the e */
	take_digits(decimal, digits, precision, point);
}

bool decimal_read(struct decimal *decimal, const char *text)
{
	const char *digits = text + (*text == '-');
	size_t len = strspn(digits, "0123456789");
	double number;
	char *end;

	*decimal = (struct decimal){.negative = *text == '-'};
	if (len > 0 && len <= SAFE_DIGITS && digits[len] == '\0') {
		take_digits(decimal, digits, (int)len, (int)len);
		return true;
	}
	/* strtod takes more than numbers of files: hexadecimal ones, words, blanks. */
	if (text[strspn(text, "+-.0123456789eE")] != '\0')
		return false;
	number = strtod(text, &end);
	if (end == text || *end != '\0' || !isfinite(number))
		return false;
	shorten(decimal, fabs(number));
	return true;
}

bool decimal_is_whole(const struct decimal *decimal)
{
	return decimal->count <= decimal->point;
}

void decimal_shift(struct decimal *decimal, int places)
{
	if (decimal->count > 0)
		decimal->point += places;
}

void decimal_write(struct buf *out, const struct decimal *decimal)
{
	int i, count = decimal->count > decimal->point ? decimal->count : decimal->point;

	if (decimal->negative)
		buf_putc(out, '-');
	if (decimal->point <= 0)
		buf_puts(out, "0");
	if (decimal->point < 0 || (decimal->point == 0 && count > 0))
		buf_putc(out, '.');
	for (i = decimal->point; i < 0; i++)
		buf_putc(out, '0');
	for (i = 0; i < count; i++) {
		if (i == decimal->point && i > 0)
			buf_putc(out, '.');
		buf_putc(out, i < decimal->count ? decimal->digits[i] : '0');
	}
}
