-- What becomes of the accepted rows of a units file: added, updated, unchanged.
SELECT count(*) FILTER (WHERE NOT stored), count(*) FILTER (WHERE stored AND changed),
  count(*) FILTER (WHERE NOT changed)
FROM incoming_unit
WHERE NOT refused;
