-- Does the stay $1 cover the day $2?
$1.joined_on <= $2 AND ($1.left_on IS NULL OR $2 < $1.left_on)
