-- Is the version $1 of a kind whose populations are summed?
$1.kind IN (word('unit_kind', 'province'), word('unit_kind', 'district'), word('unit_kind', 'superior'),
  word('unit_kind', 'commune'))
