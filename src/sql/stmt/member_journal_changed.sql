-- Enters a member in the journal, with the former facts.
INSERT INTO journal (import, what, a, b, was)
SELECT ?1, 4, id, 0, json_array(full_name, birth, gender, ethnicity, religion, occupation, education,
  theory, card_no)
FROM member WHERE id = ?2;
