-- Gathers what the accepted rows change of stored versions, a row a value.
DROP TABLE IF EXISTS temp.unit_change;
CREATE TEMP TABLE unit_change AS
SELECT line, code, field, was, now FROM (
  SELECT i.line, i.code, 1 AS place, 'name' AS field, v.name AS was, i.name AS now, i.since
  FROM incoming_version i JOIN incoming_unit n USING (code) JOIN unit_version v ON v.unit = n.unit AND v.since = i.since
  WHERE NOT i.refused
  UNION ALL
  SELECT i.line, i.code, 2, 'kind', word_code('unit_kind', v.kind), word_code('unit_kind', i.kind), i.since
  FROM incoming_version i JOIN incoming_unit n USING (code) JOIN unit_version v ON v.unit = n.unit AND v.since = i.since
  WHERE NOT i.refused
  UNION ALL
  SELECT i.line, i.code, 3, 'parent', (SELECT p.code FROM unit p WHERE p.id = v.parent), i.parent_code, i.since
  FROM incoming_version i JOIN incoming_unit n USING (code) JOIN unit_version v ON v.unit = n.unit AND v.since = i.since
  WHERE NOT i.refused
  UNION ALL
  SELECT n.line, n.code, 4, 'opened_on', iso(u.opened_on), iso(n.opened_on), 0
  FROM incoming_unit n JOIN unit u ON u.id = n.unit
  UNION ALL
  SELECT n.line, n.code, 5, 'closed_on', iso(u.closed_on), iso(n.closed_on), 0
  FROM incoming_unit n JOIN unit u ON u.id = n.unit
  UNION ALL
  SELECT n.line, n.code, 7, 'merged_into', (SELECT m.code FROM unit m WHERE m.id = u.merged_into), n.merged_code, 0
  FROM incoming_unit n JOIN unit u ON u.id = n.unit
)
WHERE was IS NOT now
ORDER BY code, line, place;
