#include "import/source.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "import/decode.h"
#include "import/encoding.h"
#include "import/encoding_guess.h"
#include "base/text.h"

#define REPLACEMENT "\xef\xbf\xbd"

struct pushed {
	struct pushed *next;
	struct line line;
	char text[];
};

struct source {
	struct input *input;
	struct decoder decoder;
	bool bom, zeros; /* zeros: it looks like UTF-16 without a byte order mark */
	const char *hint, *binary;
	struct buf sample; /* lines with invalid bytes, to guess their encoding */

	struct buf units;      /* the block as UTF-8, when the file is UTF-16 */
	const char *pos, *end; /* the part of the block that has not been read */
	const char *lf;        /* the next LF in that part, or its end */

	struct buf raw, text; /* the line as bytes, and as UTF-8 */
	long number;
	struct pushed *first, *last; /* lines pushed back, by number */
	struct pushed *current;      /* owns the text of the line that was given last */
	bool replay_only;            /* nothing is read from the file */
};

/* --- opening ---------------------------------------------------------------------------------- */

/* Begins to read this block. */
static void start_block(struct source *source, const unsigned char *block, size_t len)
{
	source->pos = (const char *)block;
	source->end = (const char *)block + len;
	if (decoder_is_utf16(&source->decoder)) {
		buf_clear(&source->units);
		decode_units(&source->decoder, &source->units, block, len);
		if (input_ended(source->input))
			decode_units_end(&source->decoder, &source->units);
		source->pos = buf_text(&source->units);
		source->end = source->pos + source->units.len;
	}
	source->lf = source->pos;
}

/* Reads the first block and finds out the encoding of the file. */
static enum status look_at_start(struct source *source, enum encoding encoding, struct error *error)
{
	const unsigned char *block;
	size_t len = input_read(source->input, &block);
	size_t mark = encoding_mark(block, len, &encoding);
	enum status status = input_failed(source->input, error);
	enum encoding like;

	if (status == STATUS_DONE)
		status = decoder_init(&source->decoder, encoding, error);
	if (status != STATUS_DONE)
		return status;
	source->bom = mark > 0;
	source->binary = input_looks_binary(block, len);
	source->zeros =
		!decoder_is_utf16(&source->decoder) && encoding_guess_utf16(block, len, &like);
	if (source->zeros)
		source->hint = encoding_names[like];
	start_block(source, block + mark, len - mark);
	return STATUS_DONE;
}

enum status source_of_input(
	struct source **opened, struct input *input, const char *name, struct error *error)
{
	enum encoding encoding = ENCODING_UTF8;
	struct source *source = memory_zeroed(sizeof *source);
	enum status status = STATUS_DONE;

	*opened = NULL;
	source->input = input;
	if (name != NULL)
		status = encoding_find(name, &encoding, error);
	if (status == STATUS_DONE)
		status = look_at_start(source, encoding, error);
	if (status == STATUS_DONE)
		*opened = source;
	else
		source_close(source);
	return status;
}

enum status source_open(
	struct source **opened, const char *path, const char *name, struct error *error)
{
	struct input *input;
	enum status status = input_open(&input, path, error);

	*opened = NULL;
	return status == STATUS_DONE ? source_of_input(opened, input, name, error) : status;
}

void source_close(struct source *source)
{
	if (source == NULL)
		return;
	while (source->first != NULL) {
		struct pushed *next = source->first->next;

		free(source->first);
		source->first = next;
	}
	free(source->current);
	input_close(source->input);
	buf_release(&source->sample);
	buf_release(&source->units);
	buf_release(&source->raw);
	buf_release(&source->text);
	free(source);
}

/* --- lines ------------------------------------------------------------------------------------ */

static bool fill(struct source *source)
{
	const unsigned char *block;
	size_t len = input_read(source->input, &block);

	start_block(source, block, len);
	return len > 0 || source->pos < source->end;
}

/* Adds n bytes to the line, up to a little more than a line may have, so that one sees that it is
 * too long. */
static void keep(struct source *source, size_t n)
{
	size_t room = SOURCE_LINE_MAX + 4 - source->raw.len;

	buf_add(&source->raw, source->pos, n < room ? n : room);
	source->pos += n;
}

/* Where the line ends in this block: at its CR or LF, or at the end of the block. */
static const char *find_end(struct source *source)
{
	const char *cr;

	/* The LF is remembered, so that a file with CR only is not searched for LF again and
	 * again. */
	if (source->lf <= source->pos) {
		source->lf = memchr(source->pos, '\n', (size_t)(source->end - source->pos));
		if (source->lf == NULL)
			source->lf = source->end;
	}
	cr = memchr(source->pos, '\r', (size_t)(source->lf - source->pos));
	return cr != NULL ? cr : source->lf;
}

/* Collects the bytes of the next line and returns its line end. NULL when there is no more line. */
static const char *next_raw(struct source *source)
{
	buf_clear(&source->raw);
	for (;;) {
		if (source->pos == source->end && !fill(source))
			return source->raw.len > 0 ? "" : NULL;
		keep(source, (size_t)(find_end(source) - source->pos));
		if (source->pos < source->end)
			break;
	}
	if (*source->pos++ == '\n')
		return "\n";
	if (source->pos == source->end)
		fill(source);
	if (source->pos == source->end || *source->pos != '\n')
		return "\r";
	source->pos++;
	return "\r\n";
}

/* Appends UTF-8 with U+FFFD for each NUL and each byte that is not valid. */
static enum line_fault mend(struct buf *out, const char *text, size_t len)
{
	enum line_fault fault = LINE_OK;
	uint32_t code;
	size_t n;

	for (size_t i = 0; i < len; i += n) {
		n = text_next(text + i, len - i, &code);
		if (code == 0)
			fault = LINE_NUL;
		else if (code == 0xfffd && n == 1 && fault == LINE_OK)
			fault = LINE_ENCODING;
		if (code == 0 || code == 0xfffd)
			buf_puts(out, REPLACEMENT);
		else
			buf_add(out, text + i, n);
	}
	return fault;
}

/* Is the text valid UTF-8 without a NUL? */
static bool is_sound(const char *text, size_t len)
{
	return memchr(text, '\0', len) == NULL && text_valid(text, len);
}

/* Decodes raw into text. */
static enum line_fault decode_raw(struct source *source)
{
	struct buf *raw = &source->raw, *text = &source->text;
	struct buf letters = {0};
	enum line_fault fault = LINE_OK;
	bool known = true;

	buf_clear(text);
	switch (source->decoder.encoding) {
	case ENCODING_CP1258:
	case ENCODING_TCVN3:
	case ENCODING_VNI:
		known = decode_line(&source->decoder, &letters, buf_text(raw), raw->len);
		fault = mend(text, buf_text(&letters), letters.len);
		buf_release(&letters);
		if (fault == LINE_OK && !known)
			fault = LINE_ENCODING;
		return fault;
	default:
		if (!is_sound(buf_text(raw), raw->len))
			return mend(text, buf_text(raw), raw->len);
		buf_add(text, buf_text(raw), raw->len);
		return LINE_OK;
	}
}

/* Adds the bytes of a line that could not be decoded to the sample, and guesses the encoding from
 * it. */
static void learn(struct source *source)
{
	struct buf *sample = &source->sample;
	enum encoding like;

	if (sample->len >= HINT_SAMPLE || source->zeros || decoder_is_utf16(&source->decoder))
		return;
	buf_add(sample, buf_text(&source->raw),
		source->raw.len < HINT_SAMPLE ? source->raw.len : HINT_SAMPLE);
	buf_putc(sample, '\n');
	source->hint = NULL;
	if (encoding_guess_letters(sample->data, sample->len, &like) &&
		like != source->decoder.encoding)
		source->hint = encoding_names[like];
}

/* Are the bytes of the block UTF-8 (the file's own, or decoded from UTF-16)? */
static bool is_unicode(const struct decoder *decoder)
{
	return decoder->encoding == ENCODING_UTF8 || decoder_is_utf16(decoder);
}

/* The fast way, for nearly every line: it is whole in the block, is valid UTF-8, and is copied
 * once. False when the line needs read_parts. */
static bool read_whole(struct source *source, struct line *line)
{
	const char *end;

	if (source->pos == source->end || !is_unicode(&source->decoder))
		return false;
	end = find_end(source);
	/* After a CR at the end of the block the next one may begin with the LF. */
	if (end == source->end || (*end == '\r' && end + 1 == source->end) ||
		!is_sound(source->pos, (size_t)(end - source->pos)))
		return false;
	end += end[0] == '\r' && end[1] == '\n' ? 2 : 1;
	buf_clear(&source->text);
	buf_add(&source->text, source->pos, (size_t)(end - source->pos));
	source->pos = end;
	line->fault = LINE_OK;
	return true;
}

/* The slow way, for every other line. False when there is no more line. */
static bool read_parts(struct source *source, struct line *line)
{
	struct buf *text = &source->text;
	const char *line_end = next_raw(source);

	if (line_end == NULL)
		return false;
	line->fault = decode_raw(source);
	if (line->fault == LINE_ENCODING)
		learn(source);
	if (text->len > SOURCE_LINE_MAX) {
		line->fault = LINE_TOO_LONG;
		text->len = text_cut(text->data, text->len, SOURCE_LINE_MAX);
	}
	buf_puts(text, line_end);
	return true;
}

static bool read_line(struct source *source, struct line *line)
{
	if (!read_whole(source, line) && !read_parts(source, line))
		return false;
	line->text = buf_text(&source->text);
	line->len = source->text.len;
	line->number = ++source->number;
	return true;
}

bool source_line(struct source *source, struct line *line)
{
	free(source->current);
	source->current = source->first;
	if (source->current == NULL)
		return source->replay_only ? false : read_line(source, line);
	source->first = source->current->next;
	if (source->first == NULL)
		source->last = NULL;
	*line = source->current->line;
	return true;
}

void source_unread(struct source *source, const struct line *line)
{
	struct pushed *pushed = memory_get(sizeof *pushed + line->len + 1);
	struct pushed **place = &source->first;

	memcpy(pushed->text, line->text, line->len);
	pushed->text[line->len] = '\0';
	pushed->line = *line;
	pushed->line.text = pushed->text;
	/* Lines are mostly pushed back in order: try the place after the last one first. */
	if (source->last != NULL && source->last->line.number <= line->number)
		place = &source->last->next;
	while (*place != NULL && (*place)->line.number <= line->number)
		place = &(*place)->next;
	pushed->next = *place;
	*place = pushed;
	if (pushed->next == NULL)
		source->last = pushed;
}

void source_replay_only(struct source *source, bool on)
{
	source->replay_only = on;
}

/* --- what is known of the file ---------------------------------------------------------------- */

enum status source_failed(const struct source *source, struct error *error)
{
	return input_failed(source->input, error);
}

bool source_is_empty(const struct source *source)
{
	size_t done, all;

	input_progress(source->input, &done, &all);
	return done == 0;
}

const char *source_encoding(const struct source *source)
{
	if (source->bom && source->decoder.encoding == ENCODING_UTF8)
		return "UTF-8 (BOM)";
	return encoding_title(source->decoder.encoding);
}

bool source_wants_mark(const struct source *source)
{
	return source->bom || decoder_is_utf16(&source->decoder);
}

const char *source_hint(const struct source *source)
{
	return source->hint;
}

const char *source_looks_binary(const struct source *source)
{
	return source->binary;
}

void source_progress(const struct source *source, size_t *done, size_t *all)
{
	input_progress(source->input, done, all);
}

const char *source_sha256(struct source *source)
{
	const char *digest = input_sha256(source->input);

	source->pos = source->end; /* input_sha256 overwrote the block */
	return digest;
}
