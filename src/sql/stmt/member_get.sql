-- A member by code, with the facts in the order of the fields.
SELECT id, full_name, birth, gender, ethnicity, religion, occupation, education, theory, card_no
FROM member WHERE code = ?1;
