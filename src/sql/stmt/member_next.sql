-- The number of the next new member.
SELECT coalesce(max(id), 0) + 1 FROM member;
