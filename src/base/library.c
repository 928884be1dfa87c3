#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

static enum status not_there(const struct library *library, struct error *error)
{
	return error_set(error, STATUS_FAILED, "%s: %s; hãy cài gói %s, hoặc %s",
		"%s: %s; install the package %s, or %s", label_in(library->cannot, error->lang),
		dlerror(), library->package, label_in(library->instead, error->lang));
}

enum status library_load(const struct library *library, void *pointers, struct error *error)
{
	void *handle = NULL;
	size_t i;

	for (i = 0; library->files[i] != NULL && handle == NULL; i++)
		handle = dlopen(library->files[i], RTLD_NOW | RTLD_LOCAL);
	if (handle == NULL)
		return not_there(library, error);
	for (i = 0; i < library->count; i++) {
		void *function = dlsym(handle, library->functions[i].name);

		if (function == NULL)
			return not_there(library, error);
		/* POSIX allows the address of a function in a pointer to data. */
		memcpy((char *)pointers + library->functions[i].place, &function, sizeof function);
	}
	return STATUS_DONE;
}
