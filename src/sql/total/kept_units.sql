-- All units whose totals are kept.
SELECT unit FROM total_unit ORDER BY unit;
