-- Did the stay $1 begin by an admission or re-admission?
$1.joined_by IN (word('joined_by', 'admitted'), word('joined_by', 'readmitted'))
