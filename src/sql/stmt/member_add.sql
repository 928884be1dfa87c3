-- A new member.
INSERT INTO member (code, full_name, birth, gender, ethnicity, religion, occupation, education, theory,
  card_no)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);
