-- The code of a unit that is not ?1 and has its key ?2.
SELECT min(code) FROM (
  SELECT code FROM unit WHERE twin_key = ?2 AND code <> ?1
  UNION ALL
  SELECT code FROM unit WHERE code = ?2 AND code <> ?1
);
