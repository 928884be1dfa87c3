-- A new stay.
INSERT INTO stay (member, joined_on, unit, admitted_on, official_on, joined_by, left_on, left_by, facts)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
