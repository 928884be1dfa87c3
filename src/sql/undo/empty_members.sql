-- Undoes a first load of members: deletes all of them.
DELETE FROM stay;
DELETE FROM member;
