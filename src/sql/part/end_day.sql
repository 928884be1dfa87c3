-- The day after all others (schema 0005).
10000000
