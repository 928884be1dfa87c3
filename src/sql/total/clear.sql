-- Forgets all totals.
DELETE FROM total_year;
DELETE FROM total_population;
DELETE FROM total_unit;
