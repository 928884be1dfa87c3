-- Views for those who ask the database itself (data/README.md section 7): ISO dates, and the words of files.

-- A row for each version of a unit, as list writes it.
CREATE VIEW roll_unit AS
SELECT u.code AS unit, v.name,
  CASE v.kind WHEN 1 THEN 'district' WHEN 2 THEN 'commune' WHEN 3 THEN 'committee' WHEN 4 THEN 'base_cell'
    WHEN 5 THEN 'section' WHEN 6 THEN 'cell' WHEN 7 THEN 'province' WHEN 8 THEN 'superior' END AS kind,
  p.code AS parent, date(u.opened_on * 86400, 'unixepoch') AS opened_on,
  date(u.closed_on * 86400, 'unixepoch') AS closed_on,
  date(nullif(v.since, -1000000) * 86400, 'unixepoch') AS since, m.code AS merged_into
FROM unit u JOIN unit_version v ON v.unit = u.id LEFT JOIN unit p ON p.id = v.parent
  LEFT JOIN unit m ON m.id = u.merged_into;

-- What each unit that was open stood below, mergers resolved: from the first day (empty: always before) to the
-- last one (empty: it still does). The root stands below nothing.
CREATE VIEW roll_place AS
SELECT u.code AS unit,
  date(nullif(max(p.from_day, u.opens), -1000000) * 86400, 'unixepoch') AS "from",
  date((nullif(min(p.until_day, u.closes), 10000000) - 1) * 86400, 'unixepoch') AS "to", a.code AS above
FROM unit_place p JOIN unit u ON u.id = p.unit LEFT JOIN unit a ON a.id = p.above
WHERE p.place = p.unit AND max(p.from_day, u.opens) < min(p.until_day, u.closes);
