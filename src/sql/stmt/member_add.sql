-- Stores the new members of the batch. SQLite numbers them from the highest id on, as c1 does, so
-- it need not check whether a number is taken.
INSERT INTO member (code, twin_key, full_name, birth, gender, ethnicity, religion, occupation, education, theory,
  card_no)
SELECT c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12 FROM added_member;
