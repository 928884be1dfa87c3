# tree.awk - what the reports must say of units that are merged, moved and renamed, counted day by day over the
# rows of `list units` and `list members`, written without a look at src. Give them in this order, then the csv of
# the report, with -v report=movement|ratio, -v from= and -v to= (ratio: to alone), and -v tree= for the tree of one
# day. Every figure that disagrees is printed.

# Days from 1970-01-01, by the proleptic calendar.
function day(text, part, y, m) {
	if (text == "")
		return ""
	split(text, part, "-")
	y = part[1] - (part[2] <= 2)
	m = (part[2] + 9) % 12
	return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * m + 2) / 5) + part[3] - 719469
}

# The tree of a day: with -v tree the same one on all days.
function on(d) { return tree == "" ? d : tree }

function open(u, d) {
	return (opened[u] == "" || opened[u] <= d) && (closed[u] == "" || d < closed[u])
}

function version(u, d, i, best) {
	best = 1
	for (i = 2; i <= versions[u]; i++)
		if (since[u, i] <= d)
			best = i
	return best
}

function place(u, d) {
	while (closed[u] != "" && closed[u] <= d && merged[u] != "")
		u = merged[u]
	return u
}

function above(u, d, p) {
	p = parent[u, version(u, d)]
	return p == "" ? "" : place(p, d)
}

function root(d, u) {
	for (u in versions)
		if (open(u, d) && parent[u, version(u, d)] == "")
			return u
	return first_root
}

# Does a stay in v count in u on the day? The roll, "*", is the root of the day.
function counts(u, v, d, x, key) {
	d = on(d)
	key = u SUBSEP v SUBSEP d
	if (key in known)
		return known[key]
	known[key] = 0
	if (u == "*")
		u = root(d)
	for (x = place(v, d); x != ""; x = above(x, d))
		if (x == u) {
			known[key] = 1
			break
		}
	return known[key]
}

function covers(s, d) { return joined[s] <= d && (left[s] == "" || d < left[s]) }

# The day on whose tree a leaving counts.
function eve(s) { return left[s] > joined[s] ? left[s] - 1 : left[s] }

function add(what) { figure[what]++ }

function count(u, s, d, other) {
	split("", figure)
	for (s = 1; s <= stays; s++) {
		if (covers(s, from - 1) && counts(u, home[s], from - 1))
			add("opening")
		if (covers(s, to) && counts(u, home[s], to))
			add("closing")
		if (joined[s] >= from && joined[s] <= to && counts(u, home[s], joined[s])) {
			other = came[s]
			if (joined_by[s] != "moved" || other == "" || !counts(u, home[other], eve(other)))
				add("in " joined_by[s])
		}
		if (left[s] != "" && left[s] >= from && left[s] <= to && counts(u, home[s], eve(s))) {
			other = went[s]
			if (left_by[s] != "moved" || other == "" || !counts(u, home[other], joined[other]))
				add("out " left_by[s])
		}
		for (d = from; d <= to; d++)
			if (covers(s, d) && covers(s, d - 1)) {
				if (counts(u, home[s], d) && !counts(u, home[s], d - 1))
					add("in reorganised")
				if (!counts(u, home[s], d) && counts(u, home[s], d - 1))
					add("out reorganised")
			}
	}
}

function same(u, column, wanted) {
	asked++
	if ($at[column] + 0 != wanted + 0)
		print report " " from_text " " to_text " " tree_text " " u ": " column " is " $at[column] ", not " wanted + 0
}

# Is the unit below the scope where it is shown?
function shown(u, d) {
	d = on(d)
	for (; u != ""; u = above_shown(u, d))
		if (u == root(d))
			return 1
	return 0
}

function above_shown(u, d, p) {
	p = parent[u, version(u, d)]
	return p == "" ? "" : place(p, d)
}

function is_listed(u, d) {
	if (!shown(u, to) || u == root(on(to)))
		return 0
	if (tree != "" || report == "ratio")
		return open(u, on(to))
	for (d = from - 1; d <= to; d++)
		if (open(u, d))
			return 1
	return 0
}

BEGIN {
	FS = ","
	from_text = from
	to_text = to
	tree_text = tree
	to = day(to)
	from = from == "" ? to : day(from)
	tree = day(tree)
}

FNR == 1 {
	file++
	split("", at)
	for (i = 1; i <= NF; i++)
		at[$i] = i
	next
}

file == 1 {
	u = $at["unit"]
	i = ++versions[u]
	since[u, i] = $at["since"] == "" ? -999999 : day($at["since"])
	parent[u, i] = $at["parent"]
	kind[u, i] = $at["kind"]
	name[u, i] = $at["name"]
	opened[u] = day($at["opened_on"])
	closed[u] = day($at["closed_on"])
	merged[u] = $at["merged_into"]
	if (i == 1 && opened[u] == "" && $at["since"] != "")
		opened[u] = since[u, 1]
	if (parent[u, i] == "" && (first_root == "" || opened[u] == ""))
		first_root = u
	next
}

file == 2 {
	s = ++stays
	home[s] = $at["unit"]
	joined[s] = day($at["joined_on"])
	joined_by[s] = $at["joined_by"]
	left[s] = day($at["left_on"])
	left_by[s] = $at["left_by"]
	if ($at["member"] == person && left_by[s - 1] == "moved" && joined_by[s] == "moved" &&
		left[s - 1] == joined[s] && joined[s - 1] < left[s - 1]) {
		went[s - 1] = s
		came[s] = s - 1
	}
	person = $at["member"]
	next
}

{
	u = $at["unit"]
	rows[u] = 1
	if ($at["level"] == 0 && u != root(on(to)))
		print report " " to_text ": the scope is " u ", not " root(on(to))
	v = version(u, on(to))
	if ($at["kind"] != kind[u, v] || $at["name"] != name[u, v])
		print report " " to_text ": kind or name of " u
	count($at["level"] == 0 ? "*" : u)
	if (report == "ratio") {
		same(u, "members", figure["closing"])
		next
	}
	same(u, "opening", figure["opening"])
	same(u, "closing", figure["closing"])
	same(u, "admitted", figure["in admitted"])
	same(u, "readmitted", figure["in readmitted"])
	same(u, "transferred_in", figure["in transferred"])
	same(u, "moved_in", figure["in moved"])
	same(u, "restored", figure["in restored"])
	same(u, "died", figure["out died"])
	same(u, "expelled", figure["out expelled"])
	same(u, "removed", figure["out removed"])
	same(u, "resigned", figure["out resigned"])
	same(u, "transferred_out", figure["out transferred"])
	same(u, "moved_out", figure["out moved"])
	same(u, "reorganised_in", figure["in reorganised"])
	same(u, "reorganised_out", figure["out reorganised"])
	if ($at["opening"] + $at["increase"] - $at["decrease"] != $at["closing"])
		print report " " from_text " " to_text " " u ": does not close"
}

END {
	for (u in versions)
		if (is_listed(u) != (u in rows) && u != root(on(to)))
			print report " " from_text " " to_text " " tree_text ": " u (u in rows ? " has a row" : " has no row")
	if (asked == 0)
		print report ": nothing was compared"
}
