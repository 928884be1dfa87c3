-- Chooses the units whose totals are kept, not more than ?1 of them below each other. Nothing is kept of them
-- yet.
INSERT INTO total_unit (unit, proof)
{{kept_choice ?1}}
SELECT unit, proof(unit, NULL) FROM choice;
