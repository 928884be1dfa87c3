-- Are totals kept: those of the root are the first?
SELECT EXISTS (SELECT 1 FROM unit u JOIN total_unit t ON t.unit = u.id WHERE u.parent IS NULL);
