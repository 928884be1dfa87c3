# Puts the parts into an SQL text: {{member_on s :as_of}} stands for part/member_on.sql without its comment,
# with s for $1 and :as_of for $2. Given the files of the parts, then the text.

FNR == 1 {
	text = FILENAME !~ /\/part\/[^\/]*$/
	name = FILENAME
	sub(/.*\//, "", name)
	sub(/\.sql$/, "", name)
}

!text {
	if (!/^--/)
		part[name] = name in part ? part[name] "\n" $0 : $0
	next
}

{
	while (match($0, /\{\{[^}]*\}\}/)) {
		count = split(substr($0, RSTART + 2, RLENGTH - 4), word, " ")
		if (!(word[1] in part)) {
			print FILENAME ":" FNR ": there is no part " word[1] | "cat 1>&2"
			exit 1
		}
		body = part[word[1]]
		for (i = 2; i <= count; i++)
			gsub("\\$" (i - 1), word[i], body)
		gsub(/\$[0-9]/, "", body) # what nothing was given for
		$0 = substr($0, 1, RSTART - 1) body substr($0, RSTART + RLENGTH)
	}
	print
}
