/*
 * xlsx_library - libxlsxwriter, loaded when the first workbook is made. Linked, it and the
 * libraries that it needs would double the time in which every command starts, and few commands
 * write .xlsx.
 */
#ifndef MEMBERSTAT_XLSX_LIBRARY_H
#define MEMBERSTAT_XLSX_LIBRARY_H

#include <xlsxwriter.h>

#include "base/err.h"

/* All functions that are used of it. */
#define XLSX_FUNCTIONS(F)                         \
	F(chart_add_series)                       \
	F(chart_axis_major_gridlines_set_line)    \
	F(chart_axis_major_gridlines_set_visible) \
	F(chart_axis_set_num_format)              \
	F(chart_axis_set_reverse)                 \
	F(chart_legend_set_position)              \
	F(chart_series_set_categories)            \
	F(chart_series_set_fill)                  \
	F(chart_series_set_line)                  \
	F(chart_series_set_name_range)            \
	F(chart_series_set_values)                \
	F(chart_set_series_gap)                   \
	F(chart_title_set_name)                   \
	F(chart_title_set_name_font)              \
	F(format_set_align)                       \
	F(format_set_bg_color)                    \
	F(format_set_bold)                        \
	F(format_set_bottom)                      \
	F(format_set_bottom_color)                \
	F(format_set_font_color)                  \
	F(format_set_indent)                      \
	F(format_set_num_format)                  \
	F(format_set_text_wrap)                   \
	F(lxw_rowcol_to_range)                    \
	F(lxw_strerror)                           \
	F(lxw_workbook_free)                      \
	F(workbook_add_chart)                     \
	F(workbook_add_format)                    \
	F(workbook_add_worksheet)                 \
	F(workbook_close)                         \
	F(workbook_new_opt)                       \
	F(workbook_set_properties)                \
	F(workbook_validate_sheet_name)           \
	F(worksheet_autofilter)                   \
	F(worksheet_data_validation_range)        \
	F(worksheet_fit_to_pages)                 \
	F(worksheet_freeze_panes)                 \
	F(worksheet_ignore_errors)                \
	F(worksheet_insert_chart_opt)             \
	F(worksheet_print_area)                   \
	F(worksheet_repeat_rows)                  \
	F(worksheet_set_column)                   \
	F(worksheet_set_footer)                   \
	F(worksheet_set_header)                   \
	F(worksheet_set_landscape)                \
	F(worksheet_set_paper)                    \
	F(worksheet_set_row)                      \
	F(worksheet_write_comment_opt)            \
	F(worksheet_write_number)                 \
	F(worksheet_write_string)

/* A pointer to each function, with its name and the type that the library's header gives it. */
struct xlsx_library {
#define XLSX_POINTER(name) __typeof__(name) *name;
	XLSX_FUNCTIONS(XLSX_POINTER)
#undef XLSX_POINTER
};

/* Fills the pointers. The library stays loaded until the program ends. STATUS_FAILED when it is not
 * installed, with the name of the package. */
enum status xlsx_library_load(struct xlsx_library *library, struct error *error);

#endif
