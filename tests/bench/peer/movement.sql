-- Movement by unit from 2022-01-01 to 2022-04-30, in one scan and without pairing moves.
SELECT unit,
  count(*) FILTER (WHERE joined_on < '2022-01-01' AND (left_on = '' OR '2022-01-01' <= left_on))
    AS opening,
  count(*) FILTER (WHERE came AND joined_by = 'admitted') AS admitted,
  count(*) FILTER (WHERE came AND joined_by = 'readmitted') AS readmitted,
  count(*) FILTER (WHERE came AND joined_by = 'transferred') AS transferred_in,
  count(*) FILTER (WHERE came AND joined_by = 'restored') AS restored,
  count(*) FILTER (WHERE went AND left_by = 'died') AS died,
  count(*) FILTER (WHERE went AND left_by = 'expelled') AS expelled,
  count(*) FILTER (WHERE went AND left_by = 'removed') AS removed,
  count(*) FILTER (WHERE went AND left_by = 'resigned') AS resigned,
  count(*) FILTER (WHERE went AND left_by = 'transferred') AS transferred_out,
  count(*) FILTER (WHERE joined_on <= '2022-04-30' AND (left_on = '' OR '2022-04-30' < left_on))
    AS closing
FROM (
  SELECT *, joined_on BETWEEN '2022-01-01' AND '2022-04-30' AS came,
    left_on BETWEEN '2022-01-01' AND '2022-04-30' AS went
  FROM members
)
GROUP BY unit;
