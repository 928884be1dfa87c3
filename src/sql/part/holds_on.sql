-- Does the version, or the place, $1 hold on the day $2?
$1.from_day <= $2 AND $2 < $1.until_day
