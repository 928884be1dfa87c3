-- The table that people make for .import: every column text, the key that of the members file.
CREATE TABLE members (
  member TEXT, unit TEXT, full_name TEXT, birth_date TEXT, gender TEXT, ethnicity TEXT, religion TEXT,
  occupation TEXT, education TEXT, theory TEXT, card_no TEXT, admitted_on TEXT, official_on TEXT,
  joined_on TEXT, joined_by TEXT, left_on TEXT, left_by TEXT,
  PRIMARY KEY (member, joined_on)
);
