/*
 * reason - why the system did not do what was asked, in the reader's language: glibc's messages are not
 * translated into Vietnamese.
 */
#ifndef MEMBERSTAT_REASON_H
#define MEMBERSTAT_REASON_H

#include "base/label.h"

/* The reason of an errno value. In English, and for values that are rare, it is what strerror gives. Valid
 * until the next call. */
const char *reason_of(int code, enum lang lang);

#endif
