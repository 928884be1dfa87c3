-- A first load fills the index at its end, in order.
DROP INDEX stay_unit;
