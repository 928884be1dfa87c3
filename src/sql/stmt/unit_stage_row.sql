-- Adds a row of a units file to that table.
INSERT INTO incoming_unit (code, line, raw, name, name_key, kind, parent, opened_on, closed_on, stored,
  changed)
VALUES (:code, :line, :raw, :name, :name_key, :kind, :parent, :opened_on, :closed_on, :stored,
  :changed);
