-- New members, from the batch.
INSERT INTO member (id, code, full_name, birth, gender, ethnicity, religion, occupation, education,
  theory, card_no)
SELECT c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11 FROM added_member;
