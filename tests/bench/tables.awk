# tables.awk: rows of Markdown tables from the figures of bench.sh.
#
# Files: samples (size, case, round, wall ms, processor ms, peak KB), facts (size, name, value) and lines
# that ask for rows, fields parted by "|"; other lines pass. The variable part tells which file is read.
#	time|SIZE|TITLE|CASE|PEER|PEER TITLE|GOAL	median wall times and their ratio, taken round by round
#	peak|SIZE|TITLE|CASE|PEER|GOAL	MB
#	cpu|SIZE|TITLE|CASE|PEER|
#	fact|SIZE|TITLE|NAME|PEER|GOAL	numbers as they are
#	growth|SIZES|TITLE|CASE	wall times over sizes, each also as a multiple of the one before
#	peaks|SIZES|TITLE|CASE
#	facts|SIZES|TITLE|NAME
# A GOAL that is a number is a limit, and the row says whether it was kept.

function sort(list, n,    i, j, x) {
	for (i = 2; i <= n; i++) {
		x = list[i]
		for (j = i - 1; j > 0 && list[j] > x; j--)
			list[j + 1] = list[j]
		list[j + 1] = x
	}
}

function middle(list, n) {
	sort(list, n)
	return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
}

# Median over the rounds of a figure: "wall", "cpu" or "peak".
function median(size, name, figure,    list, n, r) {
	for (r = 1; (size, name, r) in wall; r++)
		list[++n] = figure == "wall" ? wall[size, name, r] : figure == "cpu" ? cpu[size, name, r] \
			: peak[size, name, r]
	return n ? middle(list, n) : ""
}

function highest(size, name,    r, most) {
	for (r = 1; (size, name, r) in peak; r++)
		if (peak[size, name, r] > most)
			most = peak[size, name, r]
	return most
}

function duration(ms) {
	if (ms == "")
		return "-"
	if (ms < 100)
		return sprintf("%.1f ms", ms)
	return ms < 10000 ? sprintf("%.0f ms", ms) : sprintf("%.1f s", ms / 1000)
}

function megabytes(kb) {
	return kb ? sprintf("%.1f MB", kb / 1024) : "-"
}

# 1,000,000
function grouped(number,    head) {
	number = number ""
	if (number !~ /^[0-9]+$/ || length(number) < 4)
		return number
	head = substr(number, 1, length(number) - 3)
	return grouped(head) "," substr(number, length(number) - 2)
}

function verdict(goal, value, before, unit) {
	if (goal !~ /^[0-9.]+$/)
		return goal
	return before goal unit (value <= goal + 0 ? ": kept" : ": **missed**")
}

function time_row(size, title, name, other, other_title, goal,    list, n, r, text, mid) {
	for (r = 1; ((size, name, r) in wall) && ((size, other, r) in wall); r++)
		list[++n] = wall[size, name, r] / wall[size, other, r]
	text = "-"
	if (n) {
		mid = middle(list, n)
		text = sprintf("%.2f (%.2f–%.2f)", mid, list[1], list[n])
	}
	if (median(size, name, "wall") == "")
		return
	printf "| %s | %s | %s | %s | %s | %s |\n", title, duration(median(size, name, "wall")), other_title,
		duration(median(size, other, "wall")), text, n ? verdict(goal, mid, "at most ", "") : goal
}

function cost_row(kind, size, title, name, other, goal,    ours, theirs) {
	if (kind == "peak") {
		ours = highest(size, name)
		if (ours)
			printf "| %s | %s | %s | %s |\n", title, megabytes(ours), megabytes(highest(size, other)),
				verdict(goal, ours / 1024, "under ", " MB")
	} else if (kind == "cpu") {
		if (median(size, name, "cpu") != "")
			printf "| %s | %s | %s | %s |\n", title, duration(median(size, name, "cpu")),
				duration(median(size, other, "cpu")), goal
	} else if ((size, name) in fact) {
		printf "| %s | %s | %s | %s |\n", title, fact[size, name],
			(size, other) in fact ? fact[size, other] : "-", goal
	}
}

function growth_row(kind, sizes, title, name,    list, n, i, line, value, before, any) {
	n = split(sizes, list, " ")
	line = "| " title
	for (i = 1; i <= n; i++) {
		if (kind == "growth") {
			value = median(list[i], name, "wall")
			line = line " | " duration(value)
			if (value != "" && before != "")
				line = line sprintf(" (× %.1f)", value / before)
		} else {
			value = kind == "peaks" ? highest(list[i], name) : \
				(list[i], name) in fact ? fact[list[i], name] : ""
			line = line " | " (kind == "peaks" ? megabytes(value) : value == "" ? "-" : grouped(value))
		}
		any = any value
		before = value
	}
	if (any != "")
		print line " |"
}

part == "samples" {
	split($0, field, " ")
	wall[field[1], field[2], field[3]] = field[4]
	cpu[field[1], field[2], field[3]] = field[5]
	peak[field[1], field[2], field[3]] = field[6]
	next
}

part == "facts" {
	split($0, field, " ")
	fact[field[1], field[2]] = field[3]
	next
}

{
	n = split($0, ask, "|")
}

ask[1] == "time" { time_row(ask[2], ask[3], ask[4], ask[5], ask[6], ask[7]); next }
ask[1] ~ /^(peak|cpu|fact)$/ { cost_row(ask[1], ask[2], ask[3], ask[4], ask[5], ask[6]); next }
ask[1] ~ /^(growth|peaks|facts)$/ { growth_row(ask[1], ask[2], ask[3], ask[4]); next }
{ print }
