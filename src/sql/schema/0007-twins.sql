-- Codes that differ only by leading zeros, by case or by letters that look alike have the same key
-- (code_key.h). Most codes are their own key; those that are not have it here, where it is looked for.
ALTER TABLE unit ADD COLUMN twin_key TEXT;
ALTER TABLE member ADD COLUMN twin_key TEXT;
UPDATE unit SET twin_key = twin_key(code) WHERE twin_key(code) IS NOT NULL;
UPDATE member SET twin_key = twin_key(code) WHERE twin_key(code) IS NOT NULL;
CREATE INDEX unit_twin ON unit (twin_key) WHERE twin_key IS NOT NULL;
CREATE INDEX member_twin ON member (twin_key) WHERE twin_key IS NOT NULL;
