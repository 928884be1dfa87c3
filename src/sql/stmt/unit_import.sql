-- The number of the import, and whether it is the first one of units.
INSERT INTO unit_import (import, first_load) VALUES (:import, :first_load);
