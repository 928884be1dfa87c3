-- The units whose totals are kept straight below one whose totals are kept; of NULL, the root.
SELECT unit FROM total_unit WHERE above IS ?1 ORDER BY unit;
