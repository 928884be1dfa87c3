-- Are the totals of this unit kept?
SELECT 1 FROM total_unit WHERE unit = ?1;
