-- The day on which the own row of the stay $1 says that the member became official, NULL for none.
CASE WHEN $1.carried = 0 THEN $1.official_on END
