#!/bin/sh
# The records themselves, the log of imports, and copies of the database.
set -eu

. "${ROOT:-.}/tests/lib.sh"
cd "$folder"

# --- list ------------------------------------------------------------------------------------------

cat >units.csv <<END
unit,name,kind,parent,opened_on,closed_on
B,Xã Hai,commune,D,,2022-12-31
D,Huyện,district,,,
a,Chi bộ 1,cell,B,1/2/1999,
9,Chi bộ 10,base_cell,D,,
10,"Chi bộ ""Bốn"", khóm 1",base_cell,D,,
END
cat >population.csv <<END
unit,as_of,population,source
D,2020-01-01,4.541,Niên giám
B,2021-01-01,0,
D,2019-04-01,131791,
END
cat >plans.csv <<END
plan,unit,from,to,target,ratio_percent,title
KH41,D,2021-01-01,2025-12-31,,,
N,D,2022-01-01,2022-12-31,10,"3,8500",Năm
N,B,2022-01-01,2022-12-31,,0.0625%,
N,D,2022-01-01,2022-06-30,0,4 %,
END
cat >members.csv <<END
member,unit,full_name,birth_date,gender,religion,theory,admitted_on,official_on,joined_on,joined_by,left_on,left_by
02,a,Trần Văn Đức,1980,nam,Không,sơ cấp,2000-01-01,2001-01-01,,,2010-01-01,moved
02,9,,,,,,2000-01-01,2001-01-01,2010-01-01,moved,,
2,a,Lê Thị Dung,5/1980,nữ,0,,1/2/2000,,,,,
10,9,Phạm An,3/2/1980,,,,2000-01-01,,,,,
A,9,,,,,,2000-01-01,,2001-01-01,,,
B,9,Bùi Anh Ý,,,,,2000-01-01,,,,,
END
run 0 import --allow-twins ./*.csv

cat >wanted <<END
unit,name,kind,parent,opened_on,closed_on,since,merged_into
10,"Chi bộ ""Bốn"", khóm 1",base_cell,D,,,,
9,Chi bộ 10,base_cell,D,,,,
B,Xã Hai,commune,D,,2022-12-31,,
D,Huyện,district,,,,,
a,Chi bộ 1,cell,B,1999-02-01,,,
END
run 0 list units
same wanted "$out"

cat >wanted <<END
unit,as_of,population,source
B,2021-01-01,0,
D,2019-04-01,131791,
D,2020-01-01,4541,Niên giám
END
run 0 list population
same wanted "$out"

cat >wanted <<END
plan,unit,from,to,target,ratio_percent,title
KH41,D,2021-01-01,2025-12-31,570,3.85,Kế hoạch 41 về phát triển đảng viên giai đoạn 2021-2025
N,B,2022-01-01,2022-12-31,,0.0625%,
N,D,2022-01-01,2022-06-30,0,4,
N,D,2022-01-01,2022-12-31,10,3.85,Năm
END
run 0 list plans
same wanted "$out"

# The facts about a person are in each row of his or her stays.
cat >wanted <<END
member,unit,full_name,birth_date,gender,ethnicity,religion,occupation,education,theory,card_no,admitted_on,official_on,joined_on,joined_by,left_on,left_by
02,a,Trần Văn Đức,1980,male,,Không,,,elementary,,2000-01-01,2001-01-01,2000-01-01,admitted,2010-01-01,moved
02,9,Trần Văn Đức,1980,male,,Không,,,elementary,,2000-01-01,2001-01-01,2010-01-01,moved,,
10,9,Phạm An,1980-02-03,,,,,,,,2000-01-01,,2000-01-01,admitted,,
2,a,Lê Thị Dung,1980-05,female,,Không,,,,,2000-02-01,,2000-02-01,admitted,,
A,9,,,,,,,,,,2000-01-01,,2001-01-01,transferred,,
B,9,Bùi Anh Ý,,,,,,,,,2000-01-01,,2000-01-01,admitted,,
END
run 0 list members
same wanted "$out"
run 0 list members --sort key
same wanted "$out"

# By given name in Vietnamese order: no name, An, Dung, Đức, Ý.
run 0 list members --sort name
[ "$(cut -d , -f 1,14 <"$out" | tr '\n' ' ')" = \
	'member,joined_on A,2001-01-01 10,2000-01-01 2,2000-02-01 02,2000-01-01 02,2010-01-01 B,2000-01-01 ' ] ||
	fail 'order of names'

# What list writes, import reads back unchanged.
for kind in units population plans members; do
	run 0 list $kind
	cp "$out" "list-$kind.csv"
	rows=$(($(sqlite3 :memory: ".import --csv list-$kind.csv t" 'SELECT count(*) FROM t') + 0))
	run 0 import --allow-twins --format json "list-$kind.csv"
	says "$out" "\"kind\":\"$kind\",\"read\":$rows,\"added\":0,\"updated\":0,\"unchanged\":$rows,"
	run 0 list $kind --format tsv
	cp "$out" list.tsv
	run 0 import --allow-twins --format json $kind list.tsv
	says "$out" "\"unchanged\":$rows,"
	run 0 list $kind --excel
	cp "$out" excel.csv
	run 0 import --allow-twins --format json $kind excel.csv
	says "$out" "\"unchanged\":$rows,"
	"$memberstat" list $kind | "$memberstat" import --format json $kind - >"$out" 2>"$err"
	says "$out" "\"unchanged\":$rows,"
	run 0 list $kind
	same "$out" "list-$kind.csv"
done
run 0 list plans --format json
says "$out" '{"plan":"N","unit":"B","from":"2022-01-01","to":"2022-12-31","target":null,"ratio_percent":0.0625,"title":null}'
run 0 list members --format json
says "$out" '"member":"02","unit":"a","full_name":"Trần Văn Đức","birth_date":"1980","gender":"male"'
run 0 --lang vi list plans --format markdown
says "$out" '| 0,0625 % |'
run 0 --lang vi list members --format markdown
says "$out" '| 05/1980 | Nữ |'
run 0 --lang en list members --format table
says "$out" 'Full name'
run 0 list units -o units.json
[ "$(sqlite3 :memory: "SELECT json_extract(readfile('units.json'), '\$.rows[4].opened_on')")" = 1999-02-01 ] ||
	fail 'units as json'

run 2 list
run 2 list people
run 2 list units members
run 2 list units --sort name
says "$err" '--sort name goes with list members only'

# While there is no root the built-in plan has no unit; import reads it back like this.
export MEMBERSTAT_DB="$folder/new.db"
printf 'plan,unit,from,to\n' >none.csv
run 0 import --allow-twins plans none.csv
run 0 list plans
says "$out" 'KH41,,2021-01-01,2025-12-31,570,3.85,'
cp "$out" built-in.csv
run 0 import --allow-twins --format json built-in.csv
says "$out" '"added":0,"updated":0,"unchanged":1,'
run 0 list members
[ "$(wc -l <"$out")" = 1 ] || fail 'members of an empty roll'
run 0 import --allow-twins units.csv
run 0 list plans
says "$out" 'KH41,D,2021-01-01,2025-12-31,570,3.85,'

# --- log -------------------------------------------------------------------------------------------

export MEMBERSTAT_DB="$folder/roll.db"
rm roll.db
run 0 import --allow-twins ./units.csv
run 0 import --allow-twins members.csv population.csv
printf 'member,unit,admitted_on\n02,a,2000-01-02\n99,nowhere,2000-01-01\n' >bad.csv
run 3 import bad.csv
run 0 import --allow-twins --dry-run members.csv
run 0 import --allow-twins units.csv
run 0 log
says_line "$out" 'id,at,file,kind,sha256,read,added,updated,unchanged,rejected,skipped,undone'
today=$(date -u +%F)
sed 1d "$out" | cut -d , -f 1,3,4,6- >log
cat >wanted <<END
1,units.csv,units,5,5,0,0,0,0,
2,population.csv,population,3,3,0,0,0,0,
3,members.csv,members,6,6,0,0,0,0,
4,units.csv,units,5,0,0,5,0,0,
END
same wanted log
sed 1d "$out" | cut -d , -f 2 | grep -vE "^${today%-*}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\$" >wrong.times || true
silent wrong.times
for file in units members; do
	says "$out" ",$file,$(sha256sum <$file.csv | cut -d ' ' -f 1),"
done
run 0 log --format json
says "$out" '{"id":1,"at":"'
says "$out" '"kind":"units"'
says "$out" '"read":5,"added":5,"updated":0,"unchanged":0,"rejected":0,"skipped":0,"undone":null}'
run 2 log everything
run 0 undo
run 0 log
[ "$(sed -n 4p "$out" | cut -d , -f 12 | cut -c 1-8)" = "${today%-*}-" ] || fail 'the import taken back is not told'
[ "$(sed -n 5p "$out" | cut -d , -f 12)" = '' ] || fail 'an import that changed nothing was taken back'

# The name of a file that is not UTF-8 is written in a form that is.
bad=$(printf 'd\341n-s\303\241.csv')
cp members.csv "$bad"
run 0 import --allow-twins "$bad"
for format in csv tsv json markdown html; do
	run 0 log --format $format
	iconv -f UTF-8 -t UTF-16 "$out" >/dev/null || fail "log --format $format is not UTF-8"
done
run 0 log
says "$out" ',d\xe1n-sá.csv,members,'
rm "$bad"
run 0 undo

# --- backup ----------------------------------------------------------------------------------------

run 0 import --allow-twins members.csv
run 0 list members
cp "$out" members.now
run 0 backup copy.db
silent "$out"
silent "$err"
[ "$(stat -c %a copy.db)" = 600 ] || fail 'mode of a backup'
run 0 --db copy.db list members
same members.now "$out"
[ "$(sqlite3 copy.db 'PRAGMA integrity_check')" = ok ] || fail 'integrity of a backup'

ln -s roll.db soft.db
ln roll.db hard.db
cp roll.db before.db
for itself in roll.db ./roll.db soft.db hard.db "$folder/roll.db"; do
	run 2 backup "$itself"
	says "$err" 'that is the database itself'
done
same roll.db before.db
run 2 backup
run 2 backup one.db two.db
run 1 backup nowhere/copy.db
run 1 --db nowhere.db backup copy.db
[ ! -e nowhere.db ] || fail 'backup made a database'
run 0 backup copy.db
mkdir beside
run 1 backup beside
ls >names
! grep -qE 'copy.db.|-journal' names || fail 'something was left beside the backup'

# A backup that is made during an import has the state before it or the state after it.
"${GENERATE:-$root/build/generate}" . 20000
rm roll.db
run 0 import --allow-twins units.csv
rows=$(($(wc -l <members.csv) - 1))
"$memberstat" import members.csv >import.out 2>&1 &
import=$!
for i in 1 2 3 4 5 6 7 8; do
	run 0 backup "busy$i.db"
	case $(sqlite3 "busy$i.db" 'PRAGMA integrity_check; SELECT count(*) FROM stay' | tr '\n' ' ') in
	'ok 0 ' | "ok $rows ") ;;
	*) fail 'a backup of half an import' ;;
	esac
done
wait $import || fail 'import beside backups'
