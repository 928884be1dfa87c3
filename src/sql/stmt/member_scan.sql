-- Members from a code on, in the order of import rows, with the facts in the order of the fields.
SELECT id, code, full_name, birth, gender, ethnicity, religion, occupation, education, theory, card_no
FROM member WHERE code >= ?1 ORDER BY code;
