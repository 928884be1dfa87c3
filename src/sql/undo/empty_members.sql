-- Takes back a first load of members.
DELETE FROM stay;
DELETE FROM member;
