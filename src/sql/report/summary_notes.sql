-- For want of which units the population of the scope is missing on :as_of.
SELECT population_missing(:counted, :as_of, :tree);
