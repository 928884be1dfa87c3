#include "import/damage.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "base/text_misread.h"

const struct label damage_words[] = {
	[DAMAGE_ERROR] = L(
		"ô báo lỗi của bảng tính; hãy sửa công thức hoặc xóa trống ô, rồi lưu lại",
		"an error value of the spreadsheet; correct the formula or empty the cell, then save "
		"the file again"),
	[DAMAGE_NARROW] = L(
		"cột quá hẹp nên bảng tính ghi dấu # thay cho giá trị; hãy nới rộng cột rồi lưu lại",
		"the column was too narrow, so that # was saved in place of the value; widen it and "
		"save the file again"),
	[DAMAGE_NOTHING] = L("từ mà một chương trình ghi thay cho ô trống; hãy xóa trống ô",
		"a word that a program writes in place of an empty cell; empty the cell"),
	[DAMAGE_EXPONENT] = L(
		"bảng tính đã đổi mã thành số dạng mũ nên có thể đã mất chữ số; hãy lấy lại mã từ "
		"tệp gốc, để cột ở dạng văn bản",
		"a spreadsheet made a number of the code, and digits of it may be lost; take the code "
		"from the original, with the column formatted as text"),
	[DAMAGE_CONTROL] = L("mã có ký tự điều khiển, không nhìn thấy được; hãy gõ lại mã",
		"the code has control characters, which cannot be seen; type it again"),
};

#define TEXT_SHOWN 80 /* so many bytes of the right text are shown in a message */

/* Cells that are damage as a whole; case counts where it says `exact`. */
static const struct {
	const char *text;
	size_t len;
	enum damage damage;
	bool exact;
} texts[] = {
#define TEXT(text_) .text = (text_), .len = sizeof(text_) - 1
	/* Error values without ! or ? at the end. */
	{TEXT("#n/a"), DAMAGE_ERROR, false},
	{TEXT("#n/a n/a"), DAMAGE_ERROR, false},
	{TEXT("#na"), DAMAGE_ERROR, false},
	{TEXT("#nv"), DAMAGE_ERROR, false},
	{TEXT("#n/d"), DAMAGE_ERROR, false},
	{TEXT("#н/д"), DAMAGE_ERROR, true},
	{TEXT("#Н/Д"), DAMAGE_ERROR, true},
	{TEXT("#getting_data"), DAMAGE_ERROR, false},
	{TEXT("#busy"), DAMAGE_ERROR, false},
	{TEXT("#loading..."), DAMAGE_ERROR, false},
	{TEXT("null"), DAMAGE_NOTHING, false},
	{TEXT("none"), DAMAGE_NOTHING, false},
	{TEXT("n/a"), DAMAGE_NOTHING, false},
	{TEXT("(blank)"), DAMAGE_NOTHING, false},
	{TEXT("(trống)"), DAMAGE_NOTHING, false},
	{TEXT("<na>"), DAMAGE_NOTHING, false},
	{TEXT("\\n"), DAMAGE_NOTHING, false},
	{TEXT("undefined"), DAMAGE_NOTHING, false},
	/* Nan can be a name. */
	{TEXT("NaN"), DAMAGE_NOTHING, true},
	{TEXT("nan"), DAMAGE_NOTHING, true},
	{TEXT("NaT"), DAMAGE_NOTHING, true},
#undef TEXT
};

static enum damage damage_listed(const char *text, size_t len)
{
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (texts[i].len == len &&
			(texts[i].exact ? strcmp : strcasecmp)(texts[i].text, text) == 0)
			return texts[i].damage;
	return DAMAGE_NONE;
}

/* Is it an error value? In all languages they have no blanks and end in ! or ?: #REF!, #NAME?,
 * #¡VALOR!. LibreOffice also has Err:502. */
static bool is_error(const char *text, size_t len)
{
	if (text[0] == '#')
		return len > 2 && strchr("!?", text[len - 1]) && strchr(text, ' ') == NULL;
	return len == 7 && strncasecmp(text, "err:", 4) == 0 && strspn(text + 4, "0123456789") == 3;
}

enum damage damage_of_cell(const char *text, size_t len)
{
	if (!damage_begins(text[0]))
		return DAMAGE_NONE;
	if (text[0] == '#' && strspn(text, "#") == len)
		return DAMAGE_NARROW;
	return is_error(text, len) ? DAMAGE_ERROR : damage_listed(text, len);
}

static size_t digits(const char *text)
{
	size_t count = 0;

	while (text[count] >= '0' && text[count] <= '9')
		count++;
	return count;
}

static bool is_sign(char c)
{
	return c == '+' || c == '-';
}

/* Is it a number of many digits as spreadsheets write it: 8.72E+11, 8,72E+11? Without a sign it is
 * a code: 1e5. A negative exponent counts only in the exact form of a spreadsheet (1E-05), because
 * no code becomes such a number: 30E-1 is a code. */
static bool is_exponent(const char *text, size_t len)
{
	size_t whole, fraction = 0, exponent;
	bool minus;

	/* The sign stands before one to three digits; every code is asked. */
	if (len < 4 ||
		(!is_sign(text[len - 2]) && !is_sign(text[len - 3]) && !is_sign(text[len - 4])))
		return false;
	whole = digits(text);

	text += whole;
	if (whole > 0 && (*text == '.' || *text == ',')) {
		fraction = digits(text + 1);
		if (fraction == 0)
			return false;
		text += 1 + fraction;
	}
	if (whole == 0 || (*text != 'E' && *text != 'e') || !is_sign(text[1]))
		return false;
	minus = text[1] == '-';
	exponent = digits(text + 2);
	if (exponent == 0 || text[2 + exponent] != '\0')
		return false;
	return !minus || fraction > 0 || (whole == 1 && exponent >= 2);
}

/* Are there control characters? TAB and line breaks do not count: they are blanks. */
static bool has_control(const char *text, size_t len)
{
	uint32_t code;

	for (size_t i = 0; i < len;) {
		i += text_next(text + i, len - i, &code);
		if ((code < 0x20 && (code < '\t' || code > '\r')) ||
			(code >= 0x7f && code < 0xa0 && code != 0x85))
			return true;
	}
	return false;
}

enum damage damage_of_code(const char *text, size_t len, const char *raw, size_t raw_len)
{
	enum damage damage = damage_of_cell(text, len);

	if (damage != DAMAGE_NONE)
		return damage;
	if (is_exponent(text, len))
		return DAMAGE_EXPONENT;
	return raw != text && has_control(raw, raw_len) ? DAMAGE_CONTROL : DAMAGE_NONE;
}

bool damage_misread(struct findings *findings, long line, const char *column, const char *text,
	size_t len, struct buf *mended)
{
	bool vi = findings->lang == LANG_VI, misread;
	struct buf was = {0};
	const char *page;
	size_t shown;

	misread = text_misread(text, len, &page, &was);
	shown = text_valid_prefix(buf_text(&was), was.len < TEXT_SHOWN ? was.len : TEXT_SHOWN);
	if (misread)
		findings_add(findings, line, column, FINDING_DAMAGED, text,
			"chữ UTF-8 đã bị mở nhầm bằng bảng mã %s%s%.*s%s; hãy mở lại tệp gốc bằng bảng mã "
			"UTF-8 rồi lưu dạng CSV UTF-8",
			"UTF-8 that was opened as %s%s%.*s%s; open the original as UTF-8 and save it as "
			"CSV UTF-8",
			page, was.len ? (vi ? ", đúng ra là \"" : " and should be \"") : "",
			(int)shown, buf_text(&was), was.len ? "\"" : "");
	if (misread && mended)
		buf_add(mended, buf_text(&was), was.len);
	buf_release(&was);
	return misread;
}
