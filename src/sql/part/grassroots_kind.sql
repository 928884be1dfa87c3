-- Is the kind $1 one of grassroots organisations?
$1 IN (word('unit_kind', 'commune'), word('unit_kind', 'committee'), word('unit_kind', 'base_cell'))
