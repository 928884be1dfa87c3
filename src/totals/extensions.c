#include "totals/extensions.h"

#include "totals/population.h"
#include "totals/totals.h"

db_extension *const totals_extensions[] = {population_install, totals_install, NULL};
db_extension *const totals_counting[] = {
	population_install_counting, totals_install_counting, NULL};
