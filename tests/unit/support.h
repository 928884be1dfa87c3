/*
 * support - what every unit test includes: cmocka with its prerequisites, in the order it wants them.
 */
#ifndef MEMBERSTAT_TEST_SUPPORT_H
#define MEMBERSTAT_TEST_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#endif
