-- Are totals kept: the roll's are the first?
SELECT EXISTS (SELECT 1 FROM total_unit WHERE unit = 0);
