/* The formats. Nothing else names them all. */
#include "render/render.h"

const struct renderer *const renderers[] = {
	&render_table,
	&render_csv,
	&render_tsv,
	&render_json,
	&render_markdown,
	&render_html,
#ifdef WITH_XLSX
	&render_xlsx,
#endif
	NULL,
};
