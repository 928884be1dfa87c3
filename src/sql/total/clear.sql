-- Deletes all totals, and for which units they are kept.
DELETE FROM total_year;
DELETE FROM total_unit;
