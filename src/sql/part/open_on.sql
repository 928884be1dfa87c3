-- Is the unit $1 open on the day $2?
($1.opened_on IS NULL OR $1.opened_on <= $2) AND ($1.closed_on IS NULL OR $2 < $1.closed_on)
