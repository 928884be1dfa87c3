-- The code of the unit that the built-in plan is for.
SELECT u.code FROM plan_row p JOIN unit u ON u.id = p.unit WHERE p.built_in LIMIT 1;
