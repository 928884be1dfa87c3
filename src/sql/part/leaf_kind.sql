-- Is the kind $1 one of cells?
$1 IN (word('unit_kind', 'base_cell'), word('unit_kind', 'cell'))
