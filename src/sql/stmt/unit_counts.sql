-- How many of the accepted rows of a units file are added, updated and unchanged.
SELECT count(*) FILTER (WHERE NOT stored), count(*) FILTER (WHERE stored AND changed),
  count(*) FILTER (WHERE NOT changed)
FROM incoming_version
WHERE NOT refused;
