#include "import/sheet_value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/decimal.h"

#define NUMBER_DIGITS 15 /* a number keeps so many; of a longer code the last ones are lost */

#define DAY_0_OF_1900 \
	(-25569) /* 1899-12-30 as days since 1970: with it, days from 61 on are right */
#define DAY_0_OF_1904  (-24107) /* 1904-01-01 */
#define FALSE_LEAP_DAY 60       /* 1900-02-29, which the calendar of 1900 has and no other */
#define DAYS_MAX       3000000  /* before or after: more than can be written */

/* False for a number that is no day of the years 1000 to 9999. */
static bool write_day(struct buf *out, const char *text, bool from_1904)
{
	double number = floor(strtod(text, NULL));
	char date[11];
	int day;

	if (!(number >= -DAYS_MAX && number <= DAYS_MAX))
		return false;
	day = (int)number;
	if (!from_1904 && (day == FALSE_LEAP_DAY || day == 0)) {
		/* 0 is a time without a day. */
		buf_puts(out, day ? "1900-02-29" : "1900-01-00");
		return true;
	}
	if (from_1904)
		day += DAY_0_OF_1904;
	else
		day += DAY_0_OF_1900 + (day > 0 && day < FALSE_LEAP_DAY);
	if (day < date_day(1000, 1, 1) || day > date_day(9999, 12, 31))
		return false;
	date_write(day, date);
	buf_puts(out, date);
	return true;
}

enum raw_type sheet_value_number(
	struct buf *out, const char *text, const struct style *style, bool from_1904)
{
	struct decimal decimal;

	if (!decimal_read(&decimal, text)) {
		buf_puts(out, text);
		return RAW_ERROR;
	}
	if (style->kind == NUMBER_DATE && write_day(out, text, from_1904))
		return RAW_DATE;
	if (style->kind != NUMBER_PERCENT) {
		decimal_write(out, &decimal);
		return RAW_NUMBER;
	}
	decimal_shift(&decimal, 2);
	decimal_write(out, &decimal);
	buf_putc(out, '%');
	return RAW_PERCENT;
}

bool sheet_value_code(struct buf *out, const char *text, const struct style *style)
{
	struct decimal decimal;
	struct buf digits = {0};

	if (!decimal_read(&decimal, text) || !decimal_is_whole(&decimal) ||
		decimal.point > NUMBER_DIGITS)
		return false;
	decimal_write(&digits, &decimal);
	number_format_code(out, style->format, digits.data + decimal.negative, decimal.negative);
	buf_release(&digits);
	return true;
}

enum raw_type sheet_value_date(struct buf *out, const char *text)
{
	size_t day = strcspn(text, "T ");

	buf_add(out, text, day);
	return RAW_DATE;
}
