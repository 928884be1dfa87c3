# memberstat: `make help` lists what can be made.

VERSION = 0.1.0
PREFIX ?= /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
BASHDIR = $(PREFIX)/share/bash-completion/completions
ZSHDIR = $(PREFIX)/share/zsh/site-functions
FISHDIR = $(PREFIX)/share/fish/vendor_completions.d

# A build of another kind (sanitizers, coverage) has a folder of its own: make B=build-asan …
B = build

CC = gcc
CFLAGS ?= -O2 -g
XLSX ?= 1
# The option by which `install` removes debugging symbols; empty keeps them.
STRIP ?= strip

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla -Wstrict-prototypes -Wwrite-strings
# The first of these flags that this compiler accepts for this machine; none when it accepts none.
takes = $(firstword $(foreach flag,$(1),$(shell printf '\043include <stdio.h>\n' | \
	$(CC) -O2 -Werror -U_FORTIFY_SOURCE $(flag) -x c -c -o /dev/null - 2>/dev/null && echo '$(flag)')))
ifeq ($(origin HARDENING),undefined)
HARDENING := -fstack-protector-strong -U_FORTIFY_SOURCE $(call takes,-D_FORTIFY_SOURCE=3 -D_FORTIFY_SOURCE=2) \
	$(call takes,-fstack-clash-protection) $(call takes,-fcf-protection) -fPIE
endif
HARDENED_LINK ?= -pie -Wl,-z,relro,-z,now
SANITIZERS = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

override CPPFLAGS += -Iinclude -I$B -D_POSIX_C_SOURCE=200809L -DVERSION='"$(VERSION)"' -DBINDIR='"$(BINDIR)"'
override CFLAGS += -std=c17 -pthread $(WARNINGS) $(HARDENING)
# The libraries of .xlsx (libxlsxwriter, libzip, expat) are loaded when they are asked for; only their headers
# are needed here.
LIBS = -lcsv -lsqlite3 -lutf8proc -lnettle -ldl -lm

sources = $(wildcard src/*.c src/*/*.c)
unit_sources = $(wildcard tests/unit/*/test_*.c)
ifeq ($(XLSX),0)
sources := $(filter-out src/render/render_xlsx.c src/render/xlsx_%.c,$(sources))
unit_sources := $(filter-out tests/unit/render/test_render_xlsx.c,$(unit_sources))
else
override CPPFLAGS += -DWITH_XLSX
endif
objects = $(sources:src/%.c=$B/%.o)
sql_parts = $(wildcard src/sql/part/*.sql)
sql = $(filter-out $(sql_parts),$(wildcard src/sql/*/*.sql))

# --- the program -------------------------------------------------------------------------------------

all: $B/memberstat

$B/memberstat: $(objects) $B/flags
	$(CC) $(CFLAGS) $(HARDENED_LINK) $(LDFLAGS) -o $@ $(objects) $(LIBS)

$B/%.o: src/%.c $B/flags
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$B:
	@mkdir -p $B

# The command with which everything is compiled and linked. The file changes when the command does,
# so that everything is built again.
flags = $(CC) $(CPPFLAGS) $(CFLAGS) $(HARDENED_LINK) $(LDFLAGS) $(LIBS)
quote = '$(subst ','\'',$(1))'

$B/flags: always | $B
	@printf '%s\n' $(call quote,$(flags)) | cmp -s - $@ || printf '%s\n' $(call quote,$(flags)) >$@

# --- the SQL texts, embedded with the parts they share -----------------------------------------------

$(objects): $B/sql_list.inc
$B/store/sql.o: $B/sql_text.inc

# Each file as SQL_FOLDER_NAME; $$name and $$path are set for the command. Those of the schema are listed
# as migrations, in the order of their numbers.
each_sql = for file in $(sort $(sql)); do \
	path=$${file\#src/sql/}; \
	name=SQL_$$(printf '%s' "$${path%.sql}" | tr 'a-z/.-' 'A-Z___')

$B/sql_list.inc: $(sql) Makefile | $B
	@$(each_sql); \
		case $$path in schema/*) list=MIGRATION ;; *) list=SQL ;; esac; \
		printf '%s(%s, "%s")\n' $$list "$$name" "$$path"; \
	done >$@.tmp
	@mv $@.tmp $@

$B/sql_text.inc: $(sql) $(sql_parts) src/sql/expand.awk Makefile | $B
	@$(each_sql); \
		awk -f src/sql/expand.awk $(sql_parts) "$$file" >$@.sql || exit 1; \
		printf 'static const char text_%s[] = {' "$$name"; \
		od -An -v -to1 $@.sql | sed "s/ \([0-7]*\)/'\\\\\1',/g"; \
		printf "'\\\\0'};\n"; \
	done >$@.tmp
	@mv $@.tmp $@

# --- dependencies ------------------------------------------------------------------------------------

# Headers and programs, and the Debian packages they come in. `deps` is what building and `make demo`
# need, `check-deps` what the tests need beside it; both install what is missing. Building alone names it.
DEPS = sqlite3.h:libsqlite3-dev csv.h:libcsv-dev utf8proc.h:libutf8proc-dev nettle/sha2.h:nettle-dev \
	zip.h:libzip-dev expat.h:libexpat1-dev
ifneq ($(XLSX),0)
DEPS += xlsxwriter.h:libxlsxwriter-dev
endif
CHECK_DEPS = $(DEPS) cmocka.h:libcmocka-dev sqlite3:sqlite3 mandoc:mandoc unzip:unzip zip:zip iconv:libc-bin
LINT_DEPS = clang:clang clang-format:clang-format clang-tidy:clang-tidy cppcheck:cppcheck shellcheck:shellcheck \
	mandoc:mandoc
# What is large, and elsewhere than in CI no test insists on.
ifneq ($(CI),)
CHECK_DEPS += chromium:chromium soffice:libreoffice-calc cron:cron
endif

deps:
	@CC=$(call quote,$(CC) $(CPPFLAGS)) tests/deps.sh install $(DEPS)

check-deps:
	@CC=$(call quote,$(CC) $(CPPFLAGS)) tests/deps.sh install $(CHECK_DEPS)

headers:
	@CC=$(call quote,$(CC) $(CPPFLAGS)) tests/deps.sh name $(DEPS)

# Nothing is built before the headers are there.
$B/sql_list.inc: | $(if $(filter deps check-deps demo check,$(MAKECMDGOALS)),deps,headers)

# --- demo --------------------------------------------------------------------------------------------

# Imports the sample into a database of its own and prints the reports of the published case.
demo: deps
	@$(MAKE) --no-print-directory -s all
	@tests/demo.sh $B/memberstat

# --- tests -------------------------------------------------------------------------------------------

unit_tests = $(unit_sources:tests/unit/%.c=$B/tests/%)
stories = tests/layers.sh $(wildcard tests/cli/*.sh)
library = $(filter-out $B/main.o,$(objects))

$B/libmemberstat.a: $(library)
	@rm -f $@
	$(AR) rcs $@ $(library)

$B/tests/%: tests/unit/%.c $B/libmemberstat.a $B/flags
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests/unit $(CFLAGS) -MMD -MP -o $@ $< $B/libmemberstat.a $(LDFLAGS) $(LIBS) -lcmocka

# Every unit test and every story, first as released, then under the address and undefined-behaviour
# sanitizers.
check: check-deps
	@$(MAKE) --no-print-directory -s check-build
	@$(MAKE) --no-print-directory sanitize

check-build: $B/memberstat $B/generate $(unit_tests)
	@echo 'running the tests of $B'
	@tests/run.sh $B $(unit_tests) $(stories)

sanitize: | check-deps
	@$(MAKE) --no-print-directory -s B=build-sanitize CFLAGS='-O1 -g $(SANITIZERS)' HARDENING= HARDENED_LINK= check-build

# The import, whose rows are read in a thread of their own, under the thread sanitizer.
tsan: | check-deps
	@$(MAKE) --no-print-directory -s B=build-tsan CFLAGS='-O1 -g -fsanitize=thread' HARDENING= HARDENED_LINK= check-threads

check-threads: $B/memberstat $B/generate $(filter $B/tests/import/%,$(unit_tests))
	@tests/run.sh $B $(filter $B/tests/import/%,$(unit_tests)) $(filter tests/cli/import-%.sh tests/cli/undo.sh,$(stories))

# Which lines and branches of each file the tests run.
coverage: | check-deps
	@rm -rf build-coverage
	@$(MAKE) --no-print-directory -s B=build-coverage CFLAGS='-O0 -g --coverage' HARDENING= check-build
	@tests/coverage.sh build-coverage

# The tests of the database on other SQLites than the system's: 3.40 and the newest.
of_sqlite = $(filter-out $(addprefix tests/,layers.sh $(addprefix cli/,browser.sh building.sh cron.sh layers-mutated.sh \
	spreadsheet.sh sqlite-version.sh)),$(unit_tests) $(stories))

check-sqlite: $B/memberstat $B/generate $(unit_tests)
	@tests/sqlite.sh $B $(of_sqlite)

# Compilers, formatter and checkers, as far as they are installed; CI installs them.
lint: $(if $(CI),lint-deps)
	tests/lint.sh

lint-deps:
	@tests/deps.sh install $(LINT_DEPS)

# --- the sample --------------------------------------------------------------------------------------

$B/generate: $(wildcard tests/sample/*.c tests/sample/*.h) $B/flags
	$(CC) -D_POSIX_C_SOURCE=200809L $(CFLAGS) $(HARDENED_LINK) $(LDFLAGS) -o $@ $(filter %.c,$^)

sample: $B/generate
	$B/generate data/thap-muoi

# --- benchmarks --------------------------------------------------------------------------------------

BENCH_DEPS = sqlite3:sqlite3 mlr:miller unzip:unzip

bench-deps:
	@tests/deps.sh install $(BENCH_DEPS)

$B/measure: tests/bench/measure.c $B/flags
	$(CC) -D_POSIX_C_SOURCE=200809L $(CFLAGS) $(HARDENED_LINK) $(LDFLAGS) -o $@ $<

$B/workbook: tests/bench/workbook.c $B/flags
	$(CC) -D_POSIX_C_SOURCE=200809L $(CFLAGS) $(HARDENED_LINK) $(LDFLAGS) -o $@ $< -lxlsxwriter

$B/bare: tests/bench/bare.c $B/flags
	$(CC) -D_POSIX_C_SOURCE=200809L $(CFLAGS) $(HARDENED_LINK) $(LDFLAGS) -o $@ $< -lexpat

# Compares with what people would use instead; tests/bench/bench.sh names the settings (N, GROWTH,
# RUNS …).
bench bench-results: $B/memberstat $B/generate $B/measure $B/workbook $B/bare | bench-deps

bench:
	@tests/bench/bench.sh $B

bench-results:
	@OUT="$${OUT:-tests/bench/RESULTS.md}" tests/bench/bench.sh $B

# --- installing --------------------------------------------------------------------------------------

install: all
	install -D -m 755 $(if $(STRIP),-s --strip-program='$(STRIP)') $B/memberstat $(DESTDIR)$(BINDIR)/memberstat
	install -d $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/vi/man1
	$B/memberstat --lang en help --man >$(DESTDIR)$(MANDIR)/man1/memberstat.1
	$B/memberstat --lang vi help --man >$(DESTDIR)$(MANDIR)/vi/man1/memberstat.1
	install -d $(DESTDIR)$(BASHDIR) $(DESTDIR)$(ZSHDIR) $(DESTDIR)$(FISHDIR)
	$B/memberstat completion bash >$(DESTDIR)$(BASHDIR)/memberstat
	$B/memberstat completion zsh >$(DESTDIR)$(ZSHDIR)/_memberstat
	$B/memberstat completion fish >$(DESTDIR)$(FISHDIR)/memberstat.fish

uninstall:
	rm -f $(DESTDIR)$(BINDIR)/memberstat $(DESTDIR)$(MANDIR)/man1/memberstat.1 \
		$(DESTDIR)$(MANDIR)/vi/man1/memberstat.1 $(DESTDIR)$(BASHDIR)/memberstat \
		$(DESTDIR)$(ZSHDIR)/_memberstat $(DESTDIR)$(FISHDIR)/memberstat.fish

clean:
	rm -rf build build-*

help:
	@echo 'make            build build/memberstat (XLSX=0: it writes no .xlsx)'
	@echo 'make demo       install what is missing, build, import the sample, print the reports'
	@echo 'make check      install what is missing, run every test, also under the sanitizers'
	@echo 'make sanitize   the tests under the sanitizers alone'
	@echo 'make tsan       the import under the thread sanitizer'
	@echo 'make coverage   which lines and branches of each file the tests run'
	@echo 'make check-sqlite  the tests on SQLite 3.40 and on the newest one'
	@echo 'make lint       compilers, formatter, checkers, man page'
	@echo 'make bench      compare with sqlite3 and Miller (N=1000000 members, GROWTH=10000000 too)'
	@echo 'make bench-results  the same, into tests/bench/RESULTS.md; make bench-deps: the peers'
	@echo 'make deps       install the libraries that are missing (Debian, Ubuntu), or name them'
	@echo 'make sample     make data/thap-muoi again'
	@echo 'make install    PREFIX=$(PREFIX), DESTDIR; make uninstall takes it away'
	@echo 'make clean      remove what was built'

-include $(wildcard $B/*.d $B/*/*.d $B/tests/*/*.d)

.DELETE_ON_ERROR:
.PHONY: all always headers deps check-deps demo check check-build sanitize tsan check-threads coverage check-sqlite lint lint-deps sample bench bench-deps bench-results install uninstall clean help
