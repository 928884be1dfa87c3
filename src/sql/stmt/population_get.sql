-- The population row with this key, in the order of the fields.
SELECT unit, as_of, population, source FROM population WHERE unit = :unit AND as_of = :as_of;
