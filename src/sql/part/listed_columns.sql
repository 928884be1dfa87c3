-- The columns of temp.listed behind level, code and unit, for the unit $1 and its version $2; $3 is whose
-- totals are its own.
$3, $2.name, $2.kind,
    CASE WHEN :tree IS NULL THEN $1.opens WHEN {{open_on $1 :tree}} THEN {{first_day}} ELSE {{end_day}} END,
    CASE WHEN :tree IS NULL THEN $1.closes WHEN {{open_on $1 :tree}} THEN {{end_day}} ELSE {{first_day}} END
