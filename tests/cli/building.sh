#!/bin/sh
# Building: a different flag, compiler or choice builds everything again, the same ones build
# nothing. Missing packages are named by `make` and installed by `make deps`, by one apt-get at a
# time. What `install` installs. The compiler is a stand-in that writes down how it was called.
set -eu

. "${ROOT:-.}/tests/lib.sh"
mkdir "$folder/bin"
PATH=$folder/bin:$PATH
calls=$folder/calls
export PATH calls

# cc: writes the file named after -o; a header of the list absent is not found.
absent=$folder/missing
export absent
: >"$absent"
cat >"$folder/bin/cc-1" <<'END'
#!/bin/sh
case " $* " in *' -E '*) ! grep -qF -f "$absent" ; exit ;; esac
previous=
for word in "$@"; do
	[ "$previous" != -o ] || [ "$word" = /dev/null ] || { echo "$word" >>"$calls" && : >"$word"; }
	previous=$word
done
END
chmod +x "$folder/bin/cc-1"
cp "$folder/bin/cc-1" "$folder/bin/cc-2"

# built COUNT GOALS AND SETTINGS…: so many files were compiled or linked.
sources=$(find "$root/src" -name '*.c' | wc -l)
without_xlsx=$(find "$root/src" -name '*.c' ! -path '*/render_xlsx.c' ! -path '*/xlsx_*.c' | wc -l)
built() {
	wanted=$1
	shift
	: >"$calls"
	make -s -C "$root" B="$folder/b" CC=cc-1 AR=true "$@" >"$out" 2>"$err" || fail "make $*"
	got=$(grep -c . "$calls" || true)
	[ "$got" = "$wanted" ] || fail "make $*: $got files built, wanted $wanted"
}

built $((sources + 1)) -j2
built 0
built 0 -j2
built $((without_xlsx + 1)) XLSX=0
built 0 XLSX=0
built $((sources + 1))
built $((sources + 1)) CFLAGS=-O1
built 0 CFLAGS=-O1
built $((sources + 1)) CFLAGS=-O1 CC=cc-2
built $((sources + 1)) CFLAGS=-O1 CC=cc-2 LDFLAGS=-s
built $((sources + 1)) CFLAGS=-O1 CC=cc-2 LDFLAGS=-s CPPFLAGS="-DQUOTE=\"it's\""
built 0 CFLAGS=-O1 CC=cc-2 LDFLAGS=-s CPPFLAGS="-DQUOTE=\"it's\""
built $((sources + 1))

# --- what is missing ---------------------------------------------------------------------------------

cat >"$folder/bin/apt-get" <<'END'
#!/bin/sh
mkdir "$calls.running" || { echo 'two at once' >>"$calls"; exit 1; }
echo "$*" >>"$calls"
sleep 1
case " $* " in *' install '*) : >"$absent" ;; esac
rmdir "$calls.running"
END
printf '#!/bin/sh\nexec env "$@"\n' >"$folder/bin/sudo"
chmod +x "$folder/bin/apt-get" "$folder/bin/sudo"

# `make` alone names it and installs nothing.
echo 'csv.h' >"$absent"
rm -r "$folder/b"
: >"$calls"
! make -s -C "$root" B="$folder/b" CC=cc-1 >"$out" 2>"$err" || fail 'built without a header'
says "$err" 'missing: libcsv-dev'
says "$err" 'apt-get install libcsv-dev'
silent "$calls"

# Two installations at the same time, in one make and in two: apt-get runs only once.
make -s -j2 -C "$root" B="$folder/b" CC=cc-1 deps check-deps >"$out" 2>"$err" &
first=$!
make -s -j2 -C "$root" B="$folder/b2" CC=cc-1 check-deps all >"$out" 2>"$err" || fail 'make check-deps all'
wait $first || fail 'make deps check-deps'
grep -v '^/' "$calls" >"$out"
[ "$(grep -c install "$out")" = 1 ] || fail "apt-get: $(cat "$out")"
says "$out" 'libcsv-dev'
says_not "$out" 'two at once'

# --- installing --------------------------------------------------------------------------------------

sanitized && exit 0
built $((sources + 1))
rm "$folder/b/memberstat"
cp "$memberstat" "$folder/b/memberstat"
touch "$folder/b/memberstat"
built 0 install DESTDIR="$folder/stripped"
built 0 install DESTDIR="$folder/whole" STRIP=
[ "$(nm "$folder/stripped/usr/local/bin/memberstat" 2>/dev/null | grep -c .)" = 0 ] || fail 'symbols were installed'
[ "$(nm "$folder/whole/usr/local/bin/memberstat" | grep -c ' T main$')" = 1 ] || fail 'STRIP= took symbols off'
"$folder/stripped/usr/local/bin/memberstat" --version >"$out" || fail 'what was installed does not run'
exit 0
