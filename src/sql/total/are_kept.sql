-- Are totals kept? If any are, those of the root are.
SELECT EXISTS (SELECT 1 FROM unit u JOIN total_unit t ON t.unit = u.id WHERE u.parent IS NULL);
