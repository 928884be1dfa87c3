/*
 * bare - reads XML on standard input with expat and does nothing with it: what reading a sheet costs at
 * least.
 */
#include <stdio.h>

#include <expat.h>

int main(void)
{
	XML_Parser parser = XML_ParserCreate(NULL);
	enum XML_Status status = XML_STATUS_OK;
	char block[65536];
	size_t len = 1;

	while (parser && status == XML_STATUS_OK && len > 0) {
		len = fread(block, 1, sizeof block, stdin);
		status = XML_Parse(parser, block, (int)len, len == 0);
	}
	XML_ParserFree(parser);
	return parser && status == XML_STATUS_OK ? 0 : 1;
}
