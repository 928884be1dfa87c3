-- Are the units whose totals are kept still those that are to be, not more than ?1 of them below each other?
{{kept_choice ?1}}
SELECT NOT EXISTS (SELECT unit FROM choice EXCEPT SELECT unit FROM total_unit)
  AND NOT EXISTS (SELECT unit FROM total_unit EXCEPT SELECT unit FROM choice);
