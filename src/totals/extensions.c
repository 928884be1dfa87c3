#include "totals/extensions.h"

#include "totals/population.h"
#include "totals/totals.h"

db_extension *const totals_extensions[] = {population_install, totals_install, NULL};
