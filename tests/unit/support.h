/*
 * support - what every unit test includes: cmocka, after the headers that it needs.
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
