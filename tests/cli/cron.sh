#!/bin/sh
# The crontab lines of README.md and of `help export` do what they say under a real cron, whose PATH is
# /usr/bin:/bin: the reports of the month that has ended are written. The lines run every minute here
# instead of once a month, from a crontab that only this test sees.
set -eu

. "${ROOT:-.}/tests/lib.sh"
PATH=$PATH:/usr/sbin:/sbin
for program in cron unshare; do
	command -v $program >/dev/null || {
		echo "$program is not installed"
		exit 77
	}
done
cd "$folder"

every='0 6 1 \* \* '
sed -n "s/^$every//p" "$root/README.md" >readme.line
run 0 help export
sed -n "s/^ *$every//p" "$out" >help.line
run 0 --help
sed -n "s/^ *$every//p" "$out" >commands.line
for line in readme help commands; do
	[ "$(wc -l <$line.line)" = 1 ] || fail "$line: no crontab line"
done
installed=$(sed 's/ .*//' help.line)
case $installed in
/*/memberstat) ;;
*) fail "the crontab line does not say where the program is: $installed" ;;
esac

# What the line writes in a shell that finds the program.
run 0 import "$sample"/*.csv
for home in wanted readme help commands; do
	mkdir -p $home/.local/share/memberstat
	cp "$MEMBERSTAT_DB" $home/.local/share/memberstat/memberstat.db
done
sed "s|^[^ ]*|'$memberstat'|; s|\\\\%|%|g" help.line >line.sh
env -u MEMBERSTAT_DB HOME="$folder/wanted" sh line.sh >"$out" 2>"$err" || fail 'the line fails in a shell'
for home in readme help commands; do
	printf 'HOME=%s\n* * * * * %s\n' "$folder/$home" "$(cat $home.line)"
done >lines

# In a room of its own, with the program where `make install` puts it.
cat >room <<'END'
set -eu
for path in /var/spool/cron/crontabs /etc/cron.d /run "$(dirname "$3")" "$(dirname "$4")"; do
	mkdir -p "$path"
	mount -t tmpfs none "$path"
done
mount --bind /dev/null /etc/crontab
install -D -m 755 "$2" "$3"
install -D -m 755 "$2" "$4"
install -m 600 "$1/lines" /var/spool/cron/crontabs/root
cron -f &
tries=130
while [ $tries -gt 0 ]; do
	for home in readme help commands; do
		ls "$1/$home/bc"/*/manifest.json >/dev/null 2>&1 || { tries=$((tries - 1)) && sleep 1 && continue 2; }
	done
	exit 0
done
END
cp "$memberstat" program
if ! unshare --mount --pid --fork mount -t tmpfs none /run 2>/dev/null; then
	echo 'only root can make a room for cron'
	exit 77
fi
unshare --mount --pid --fork --kill-child sh room "$folder" "$folder/program" "$installed" \
	"$(sed 's/ .*//' readme.line)" >"$out" 2>"$err" || fail 'no room for cron'
for home in readme help commands; do
	diff -r wanted/bc $home/bc >"$out" 2>&1 || fail "$home: cron wrote something else: $(cat $home.line)"
done
