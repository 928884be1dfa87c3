-- Changes the facts about a member.
UPDATE member SET full_name = ?2, birth = ?3, gender = ?4, ethnicity = ?5, religion = ?6,
  occupation = ?7, education = ?8, theory = ?9, card_no = ?10
WHERE id = ?1;
