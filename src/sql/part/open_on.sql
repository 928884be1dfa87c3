-- Is the unit $1 open on the day $2?
$1.opens <= $2 AND $2 < $1.closes
