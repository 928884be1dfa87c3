# memberstat: `make help` lists what can be made.

VERSION = 0.1.0
PREFIX ?= /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man

# A build of another kind (sanitizers, coverage) has a folder of its own: make B=build-asan …
B = build

CC = gcc
CFLAGS ?= -O2 -g
XLSX ?= 1

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla -Wstrict-prototypes -Wwrite-strings
HARDENING ?= -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fPIE
HARDENED_LINK ?= -pie -Wl,-z,relro,-z,now
SANITIZERS = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

override CPPFLAGS += -Iinclude -I$B -D_POSIX_C_SOURCE=200809L -DVERSION='"$(VERSION)"'
override CFLAGS += -std=c17 $(WARNINGS) $(HARDENING)
LIBS = -lcsv -lsqlite3 -lutf8proc -lmd

sources = $(wildcard src/*.c)
unit_sources = $(wildcard tests/unit/test_*.c)
ifeq ($(XLSX),0)
sources := $(filter-out src/render_xlsx.c src/xlsx_%.c,$(sources))
unit_sources := $(filter-out tests/unit/test_render_xlsx.c,$(unit_sources))
else
override CPPFLAGS += -DWITH_XLSX
LIBS += -lxlsxwriter
endif
objects = $(sources:src/%.c=$B/%.o)
sql = $(wildcard src/sql/*/*.sql)

# --- the program -------------------------------------------------------------------------------------

all: $B/memberstat

$B/memberstat: $(objects)
	$(CC) $(CFLAGS) $(HARDENED_LINK) $(LDFLAGS) -o $@ $(objects) $(LIBS)

$B/%.o: src/%.c | $B
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$B:
	mkdir -p $B

# --- the SQL texts, embedded as they are -------------------------------------------------------------

$(objects): $B/sql_list.inc
$B/sql.o: $B/sql_text.inc

# Each file as SQL_FOLDER_NAME; $$name and $$path are set for the command.
each_sql = for file in $(sort $(sql)); do \
	path=$${file\#src/sql/}; \
	name=SQL_$$(printf '%s' "$${path%.sql}" | tr 'a-z/.-' 'A-Z___')

$B/sql_list.inc: $(sql) Makefile | $B
	@$(each_sql); printf 'SQL(%s, "%s")\n' "$$name" "$$path"; done >$@.tmp
	@mv $@.tmp $@

$B/sql_text.inc: $(sql) Makefile | $B
	@$(each_sql); \
		printf 'static const char text_%s[] = {' "$$name"; \
		od -An -v -to1 "$$file" | sed "s/ \([0-7]*\)/'\\\\\1',/g"; \
		printf "'\\\\0'};\n"; \
	done >$@.tmp
	@mv $@.tmp $@

# --- tests -------------------------------------------------------------------------------------------

unit_tests = $(unit_sources:tests/unit/%.c=$B/tests/%)
library = $(filter-out $B/main.o,$(objects))

$B/libmemberstat.a: $(library)
	@rm -f $@
	$(AR) rcs $@ $(library)

$B/tests/%: tests/unit/%.c $B/libmemberstat.a | $B/tests
	$(CC) $(CPPFLAGS) -Itests/unit $(CFLAGS) -MMD -MP -o $@ $< $B/libmemberstat.a $(LDFLAGS) $(LIBS) -lcmocka

$B/tests:
	mkdir -p $B/tests

# --- the sample --------------------------------------------------------------------------------------

$B/generate: $(wildcard tests/sample/*.c tests/sample/*.h) | $B
	$(CC) $(CPPFLAGS) $(CFLAGS) $(HARDENED_LINK) $(LDFLAGS) -o $@ $(filter %.c,$^)

sample: $B/generate
	$B/generate data/thap-muoi

clean:
	rm -rf build build-*

-include $(wildcard $B/*.d $B/tests/*.d)

.DELETE_ON_ERROR:
.PHONY: all sample clean
