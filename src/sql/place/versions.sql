-- Works out from which day to which each version holds, and on which day each unit opens.
UPDATE unit_version SET from_day = v.from_day, until_day = v.until_day
FROM (
  SELECT unit, since, CASE WHEN lag(since) OVER line IS NULL THEN {{first_day}} ELSE since END AS from_day,
    coalesce(lead(since) OVER line, {{end_day}}) AS until_day
  FROM unit_version WINDOW line AS (PARTITION BY unit ORDER BY since)
) v
WHERE v.unit = unit_version.unit AND v.since = unit_version.since
  AND (v.from_day <> unit_version.from_day OR v.until_day <> unit_version.until_day);

UPDATE unit SET opens = coalesce(opened_on, v.first)
FROM (SELECT unit, min(since) AS first FROM unit_version GROUP BY unit) v
WHERE v.unit = unit.id AND opens <> coalesce(opened_on, v.first);
