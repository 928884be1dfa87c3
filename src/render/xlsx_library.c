#include "render/xlsx_library.h"

#include <stddef.h>

#include "base/library.h"

/* The file that a linked program would load: the library's own build makes the name from the same
 * macro of its header. Debian and Ubuntu name the package after it. */
static const char *const files[] = {"libxlsxwriter.so." LXW_SOVERSION, NULL};

static const struct library_function functions[] = {
#define XLSX_PLACE(name) {#name, offsetof(struct xlsx_library, name)},
	XLSX_FUNCTIONS(XLSX_PLACE)
#undef XLSX_PLACE
};

static const struct library library_of_xlsx = {
	.files = files,
	.package = "libxlsxwriter" LXW_SOVERSION,
	.cannot = L("không ghi được xlsx", "cannot write xlsx"),
	.instead = L("chọn --format khác", "choose another --format"),
	.functions = functions,
	.count = sizeof functions / sizeof functions[0],
};

enum status xlsx_library_load(struct xlsx_library *library, struct error *error)
{
	return library_load(&library_of_xlsx, library, error);
}
