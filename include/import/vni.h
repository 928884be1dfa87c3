/*
 * vni - the VNI encoding of Windows fonts (VNI-Times …): a letter, then a byte for its marks.
 *
 * iconv does not have it. "Nguyeãn Vaên An", read as Latin-1, is Nguyễn Văn An.
 */
#ifndef MEMBERSTAT_VNI_H
#define MEMBERSTAT_VNI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Appends the bytes as UTF-8. False when some byte means nothing in VNI; it becomes U+FFFD. */
bool vni_decode(struct buf *out, const char *bytes, size_t len);

#endif
