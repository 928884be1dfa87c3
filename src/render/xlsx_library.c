#include "render/xlsx_library.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

/* The file that a linked program would load: the library's own build makes the name from the same
 * macro of its header. Debian and Ubuntu name the package after it. */
#define FILE_NAME    "libxlsxwriter.so." LXW_SOVERSION
#define PACKAGE_NAME "libxlsxwriter" LXW_SOVERSION

static const struct {
	const char *name;
	size_t place; /* offset of its pointer in struct xlsx_library */
} functions[] = {
#define XLSX_PLACE(name) {#name, offsetof(struct xlsx_library, name)},
	XLSX_FUNCTIONS(XLSX_PLACE)
#undef XLSX_PLACE
};

static enum status not_there(struct error *error)
{
	return error_set(error, STATUS_FAILED,
		"không ghi được xlsx: %s; hãy cài gói " PACKAGE_NAME ", hoặc chọn --format khác",
		"cannot write xlsx: %s; install the package " PACKAGE_NAME
		", or choose another --format",
		dlerror());
}

enum status xlsx_library_load(struct xlsx_library *library, struct error *error)
{
	void *handle = dlopen(FILE_NAME, RTLD_NOW | RTLD_LOCAL);
	size_t i;

	if (handle == NULL)
		return not_there(error);
	for (i = 0; i < sizeof functions / sizeof functions[0]; i++) {
		void *function = dlsym(handle, functions[i].name);

		if (function == NULL)
			return not_there(error);
		/* POSIX allows the address of a function in a pointer to data. */
		memcpy((char *)library + functions[i].place, &function, sizeof function);
	}
	return STATUS_DONE;
}
