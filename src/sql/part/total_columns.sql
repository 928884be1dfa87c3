-- The totals in the order of enum total (ledger.h), with $1 before each.
$1admitted, $1readmitted, $1transferred_in, $1moved_in, $1restored, $1reorganised_in, $1died, $1expelled,
  $1removed, $1resigned, $1transferred_out, $1moved_out, $1reorganised_out, $1members, $1official, $1communes,
  $1committees, $1base_cells, $1cells, $1superiors
