-- A stay whose own row gave no official_on has that of the member's earlier stay with the same admitted_on,
-- so that a move or a transfer makes nobody probationary again: official_on is what counts, and carried
-- says whether it comes from an earlier stay. What is kept of it is counted anew.
ALTER TABLE stay ADD COLUMN carried INTEGER NOT NULL DEFAULT 0
  CHECK (carried = 0 OR (carried = 1 AND official_on IS NOT NULL));

UPDATE stay SET (official_on, carried) = (
  SELECT max(official_on), count(*) FROM (
    SELECT e.official_on FROM stay e
    WHERE e.member = stay.member AND e.admitted_on = stay.admitted_on AND e.joined_on < stay.joined_on
      AND e.official_on IS NOT NULL AND e.carried = 0
    ORDER BY e.joined_on DESC LIMIT 1))
WHERE official_on IS NULL;

DELETE FROM total_year;
DELETE FROM total_unit;
DELETE FROM total_population;
