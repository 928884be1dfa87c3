-- A row of a units file.
INSERT INTO incoming_version (code, since, line, raw, name, name_key, kind, parent, opened_on, closed_on,
  merged, own_merged)
VALUES (:code, :since, :line, :raw, :name, :name_key, :kind, :parent, :opened_on, :closed_on, :merged,
  :own_merged);
