#include "import/decode.h"

#include <iconv.h>

#include "import/vni.h"

/*
 * Asks iconv what each byte from 0x80 on is. The bytes below are read as ASCII. TCVN5712-1 really
 * has letters in place of some control characters there, but no file uses them.
 */
static bool load_letters(struct decoder *decoder, const char *charset)
{
	iconv_t converter = iconv_open("UTF-8", charset);

	if (converter == (iconv_t)-1)
		return false;
	for (int i = 0; i < 128; i++) {
		char byte = (char)(0x80 + i), *in = &byte, *out = decoder->letters[i];
		size_t in_left = 1, out_left = sizeof decoder->letters[i] - 1;

		/* The second call makes iconv return a letter that it holds back, because a mark
		 * could follow. */
		if (iconv(converter, &in, &in_left, &out, &out_left) == (size_t)-1 ||
			iconv(converter, NULL, NULL, &out, &out_left) == (size_t)-1) {
			decoder->letters[i][0] = '\0';
			iconv(converter, NULL, NULL, NULL, NULL);
		}
	}
	iconv_close(converter);
	return true;
}

enum status decoder_init(struct decoder *decoder, enum encoding encoding, struct error *error)
{
	const char *charset = NULL;

	*decoder = (struct decoder){.encoding = encoding, .half = -1};
	if (encoding == ENCODING_CP1258)
		charset = "CP1258";
	else if (encoding == ENCODING_TCVN3)
		charset = "TCVN5712-1";
	if (charset == NULL || load_letters(decoder, charset))
		return STATUS_DONE;
	return error_set(error, STATUS_FAILED,
		"hệ thống này thiếu bảng mã %s của iconv; hãy cài đặt đầy đủ các mô-đun gconv của "
		"libc, hoặc chuyển tệp sang UTF-8 rồi nhập lại",
		"iconv has no table for %s on this system; install the gconv modules of libc, or "
		"convert the file to UTF-8",
		charset);
}

bool decoder_is_utf16(const struct decoder *decoder)
{
	return decoder->encoding == ENCODING_UTF16LE || decoder->encoding == ENCODING_UTF16BE;
}

bool decode_line(const struct decoder *decoder, struct buf *out, const char *bytes, size_t len)
{
	bool known = true;

	if (decoder->encoding == ENCODING_VNI)
		return vni_decode(out, bytes, len);
	for (size_t i = 0; i < len; i++) {
		unsigned char byte = (unsigned char)bytes[i];

		if (byte < 0x80) {
			buf_putc(out, bytes[i]);
		} else if (decoder->letters[byte - 0x80][0] != '\0') {
			buf_puts(out, decoder->letters[byte - 0x80]);
		} else {
			buf_puts(out, "\xef\xbf\xbd");
			known = false;
		}
	}
	return known;
}

/* Appends a code point as UTF-8. A surrogate is written in the same way, which is not valid
 * UTF-8. */
static void add_code(struct buf *out, uint32_t code)
{
	if (code < 0x80) {
		buf_putc(out, (char)code);
	} else if (code < 0x800) {
		buf_putc(out, (char)(0xc0 | code >> 6));
		buf_putc(out, (char)(0x80 | (code & 0x3f)));
	} else if (code < 0x10000) {
		buf_putc(out, (char)(0xe0 | code >> 12));
		buf_putc(out, (char)(0x80 | (code >> 6 & 0x3f)));
		buf_putc(out, (char)(0x80 | (code & 0x3f)));
	} else {
		buf_putc(out, (char)(0xf0 | code >> 18));
		buf_putc(out, (char)(0x80 | (code >> 12 & 0x3f)));
		buf_putc(out, (char)(0x80 | (code >> 6 & 0x3f)));
		buf_putc(out, (char)(0x80 | (code & 0x3f)));
	}
}

static void add_unit(struct decoder *decoder, struct buf *out, uint32_t unit)
{
	if (decoder->high != 0 && unit >= 0xdc00 && unit <= 0xdfff) {
		add_code(out, 0x10000 + ((decoder->high - 0xd800) << 10) + (unit - 0xdc00));
		decoder->high = 0;
		return;
	}
	if (decoder->high != 0)
		add_code(out, decoder->high);
	decoder->high = 0;
	if (unit >= 0xd800 && unit <= 0xdbff)
		decoder->high = unit;
	else
		add_code(out, unit);
}

void decode_units(struct decoder *decoder, struct buf *out, const unsigned char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		uint32_t first = (uint32_t)decoder->half;

		if (decoder->half < 0) {
			decoder->half = bytes[i];
			continue;
		}
		decoder->half = -1;
		add_unit(decoder, out,
			decoder->encoding == ENCODING_UTF16LE ? first | (uint32_t)bytes[i] << 8
							      : first << 8 | bytes[i]);
	}
}

void decode_units_end(struct decoder *decoder, struct buf *out)
{
	if (decoder->high != 0)
		add_code(out, decoder->high);
	if (decoder->half >= 0)
		buf_putc(out, '\xff');
	decoder->high = 0;
	decoder->half = -1;
}
