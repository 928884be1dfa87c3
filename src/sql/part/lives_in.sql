-- Do the members of the unit of the place row $1 count in the unit $2 itself on the day $3?
($1.unit = $2 OR ($1.place = $2 AND $1.place <> $1.unit)) AND $1.place = $2 AND {{holds_on $1 $3}}
