#include "import/encoding.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

const char *const encoding_names[] = {
	[ENCODING_UTF8] = "utf-8",
	[ENCODING_UTF16LE] = "utf-16le",
	[ENCODING_UTF16BE] = "utf-16be",
	[ENCODING_CP1258] = "cp1258",
	[ENCODING_TCVN3] = "tcvn3",
	[ENCODING_VNI] = "vni",
	NULL,
};

const char *encoding_title(enum encoding encoding)
{
	static const char *const titles[] = {
		[ENCODING_UTF8] = "UTF-8",
		[ENCODING_UTF16LE] = "UTF-16LE",
		[ENCODING_UTF16BE] = "UTF-16BE",
		[ENCODING_CP1258] = "CP1258",
		[ENCODING_TCVN3] = "TCVN3",
		[ENCODING_VNI] = "VNI",
	};

	return titles[encoding];
}

static enum status unknown_encoding(const char *name, struct error *error)
{
	struct buf visible = {0}, names = {0};

	text_visible(&visible, name, strlen(name));
	for (int i = 0; encoding_names[i] != NULL; i++)
		buf_printf(&names, "%s%s", i > 0 ? ", " : "", encoding_names[i]);
	error_set(error, STATUS_USAGE, "không biết bảng mã \"%s\"; các bảng mã dùng được: %s",
		"unknown encoding \"%s\"; it can be one of: %s", buf_text(&visible),
		buf_text(&names));
	buf_release(&visible);
	buf_release(&names);
	return STATUS_USAGE;
}

enum status encoding_find(const char *name, enum encoding *encoding, struct error *error)
{
	for (int i = 0; encoding_names[i] != NULL; i++) {
		if (strcasecmp(encoding_names[i], name) == 0) {
			*encoding = (enum encoding)i;
			return STATUS_DONE;
		}
	}
	return unknown_encoding(name, error);
}

size_t encoding_mark(const unsigned char *block, size_t len, enum encoding *encoding)
{
	if (len >= 3 && memcmp(block, "\xef\xbb\xbf", 3) == 0) {
		*encoding = ENCODING_UTF8;
		return 3;
	}
	if (len >= 2 && memcmp(block, "\xff\xfe", 2) == 0) {
		*encoding = ENCODING_UTF16LE;
		return 2;
	}
	if (len >= 2 && memcmp(block, "\xfe\xff", 2) == 0) {
		*encoding = ENCODING_UTF16BE;
		return 2;
	}
	return 0;
}
