-- The code of a member that is not ?1 and has its key ?2.
SELECT min(code) FROM (
  SELECT code FROM member WHERE twin_key = ?2 AND code <> ?1
  UNION ALL
  SELECT code FROM member WHERE code = ?2 AND code <> ?1
);
