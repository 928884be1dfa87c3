-- Deletes all kept populations.
DELETE FROM total_population;
