#!/usr/bin/env bash
# Runs piglit through virglhost's vtest door and compares with tests/expectations; with --peer also through virglrenderer's server, and with that.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
. "$repository/samples/lib/common.sh"
. "$repository/samples/lib/clients.sh"

usage() {
    cat << 'TEXT'
Usage: tests/piglit.sh [OPTIONS]
Runs piglit (Debian's) through virglhost's vtest door under Xvfb, on all cores. What tests/expectations does not name must pass; what did not is run up to
twice more before it counts.

  --profile quick|full   quick: the tests of tests/expectations/quick.txt, a few minutes, every VirGL command that Mesa's client sends;
                         full: piglit's quick_gl and quick_shader whole, about an hour on two cores                     (default: quick)
  --tests FILE           instead of a profile: lines of "quick_gl NAME" or "quick_shader NAME"
  --peer                 run the same tests through virgl_test_server as well: what passes there must pass here
  --commands             also print which VirGL commands went through the door, and which did not
  --out DIR              where piglit's results, logs and the comparison go                                              (default: artifacts/piglit)
  --help                 this text

Exit status: 0 nothing is worse than expected; 1 something is, or the server ended; 2 wrong options. VIRGLHOST=PROGRAM tests that program.
TEXT
}

profile=quick tests='' peer='' commands='' out=$repository/artifacts/piglit
wrong() { FAIL_CODE=2 fail "$* (--help lists the options)"; }
while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --peer) peer=1; shift; continue ;;
        --commands) commands=1; shift; continue ;;
        --profile | --tests | --out) [ $# -ge 2 ] || wrong "$1 needs a value" ;;
        *) wrong "unknown option '$1'" ;;
    esac
    case $1 in
        --profile) profile=$2 ;;
        --tests) tests=$2 ;;
        --out) out=$2 ;;
    esac
    shift 2
done
[[ $profile =~ ^(quick|full)$ ]] || wrong "--profile is quick or full, not '$profile'"
if [ -z "$tests" ] && [ $profile = quick ]; then tests=$repository/tests/expectations/quick.txt; fi
[ -z "$tests" ] || [ -s "$tests" ] || wrong "there is no list $tests"

# run_piglit DOOR SUITE FOLDER [LIST]: one piglit run; its progress every 30 s.
run_piglit() {
    local name=$1 suite=$2 folder=$3 next=$((SECONDS + 30)) begin=$SECONDS client list=()
    [ $# -lt 4 ] || list=(--test-list "$4")
    set -m
    PIGLIT_PLATFORM=glx through "$name" piglit run -p glx --timeout 60 --overwrite "${list[@]}" "$suite" "$folder" > "$folder.log" 2>&1 < /dev/null &
    client=$!
    set +m
    started+=($client)
    while kill -0 $client 2> /dev/null; do
        sleep 0.5
        [ $SECONDS -lt $next ] || { next=$((SECONDS + 30)); say "  ... $(tail -c 300 "$folder.log" | tr '\r' '\n' | grep '^\[' | tail -n 1 | cut -c1-100)"; }
    done
    wait $client || { tail -n 5 "$folder.log" >&2; fail "piglit ended with an error, see $folder.log"; }
    say "$name, $suite: $((SECONDS - begin)) s"
}

suites() { if [ -n "$tests" ]; then cut -d ' ' -f 1 "$tests" | grep '^quick_' | sort -u; else printf 'quick_gl\nquick_shader\n'; fi; }

# run_all DOOR: everything through one door.
run_all() {
    local suite list
    for suite in $(suites); do
        list=()
        if [ -n "$tests" ]; then
            sed -n "s/^$suite //p" "$tests" > "$work/$suite.txt"
            list=("$work/$suite.txt")
        fi
        run_piglit "$1" "$suite" "$out/$1-$suite" "${list[@]}"
    done
}

compare() {
    local suite=$1 name status=0 runs=() peers=()
    for name in virglhost again-1 again-2; do [ ! -d "$out/$name-$suite" ] || runs+=("$out/$name-$suite"); done
    [ -z "$peer" ] || [ ! -d "$out/peer-$suite" ] || peers=(--peer "$out/peer-$suite")
    python3 "$repository/tests/piglit/compare.py" "${runs[@]}" --expect "$repository/tests/expectations/$suite.tsv" "${peers[@]}" \
        --unexpected "$work/$suite.worse" > "$out/$suite.comparison" || status=$?
    return $status
}

# The commands that Mesa's client can send over vtest, by number; 1 to 3 with the type of object.
report_commands() {
    local number missing=()
    for number in $(seq 4 47) 51 52 62; do
        grep -q "^$number " "$work/commands" || missing+=("$number")
    done
    say "commands that went through the door: $(sort -n "$work/commands" | uniq | awk '$1 > 3 { print $1 }' | uniq | wc -l), kinds of objects made: $(awk '$1 == 1' "$work/commands" | sort -u | wc -l)"
    say "numbers without a test: ${missing[*]:-none}"
}

require_packages "the conformance tests and what they need" piglit waffle-utils python3
begin_clients
find_virglhost
mkdir -p "$out"
out=$(cd "$out" && pwd)
rm -rf "$out"/{virglhost,again-1,again-2,peer}-quick_*
start_x 1280x1024
start_door virglhost "$VIRGLHOST" vtest
ours=$door
preload=$work/redirect.so
if [ -n "$commands" ]; then
    gcc -shared -fPIC -O1 -o "$work/commands.so" "$repository/tests/piglit/commands.c" -ldl
    : > "$work/commands"
    preload="$work/commands.so $work/redirect.so"
    export VIRGL_COMMANDS=$work/commands
fi
run_all virglhost
unset VIRGL_COMMANDS
preload=$work/redirect.so
for again in again-1 again-2; do
    ln -sf virglhost.sock "$work/$again.sock"
    for suite in $(suites); do
        compare "$suite" || true
        [ ! -s "$work/$suite.worse" ] || run_piglit "$again" "$suite" "$out/$again-$suite" "$work/$suite.worse"
    done
done
kill -0 "$ours" 2> /dev/null || { tail -n 20 "$work/virglhost.log" >&2; fail "virglhost ended while piglit ran"; }
cp "$work/virglhost.log" "$out/virglhost.log"
if [ -n "$peer" ]; then
    require_packages "the peer's server" virgl-server
    start_door peer virgl_test_server --use-egl-surfaceless
    run_all peer
fi

status=0
for suite in $(suites); do
    compare "$suite" || status=1
    echo "== $suite"
    cat "$out/$suite.comparison"
done
[ -z "$commands" ] || report_commands
exit $status
