#!/usr/bin/env bash
# Collects the TGSI of real programs through the vtest door and proves that all of it translates, compiles and links on this host.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
. "$repository/samples/lib/common.sh"
. "$repository/samples/lib/clients.sh"

usage() {
    cat << 'TEXT'
Usage: tests/harvest-tgsi.sh [OPTIONS]
Runs installed OpenGL programs through virglhost's vtest door, keeps every distinct shader that arrives, and runs virglhost translate --check over them.

  --clients "NAME..."   which: glmark2 chromium quick_shader quick_gl (the last two are piglit's)   (default: all, in this order)
  --minutes N           stop collecting after so many minutes                                      (default: 75)
  --into DIR            where the shaders go; what is there already counts too                      (default: artifacts/harvest)
  --only-check          collect nothing, check what is there
  --least N             fewer distinct shaders than this are a failure                              (default: 5000; 1 with --clients)
  --help                this text

Exit status: 0 all of them translate, compile and link; 1 one does not, or there are too few; 2 wrong options. VIRGLHOST=PROGRAM tests that program.
TEXT
}

clients='glmark2 chromium quick_shader quick_gl' minutes=75 into=$repository/artifacts/harvest least='' collects=1
wrong() { FAIL_CODE=2 fail "$* (--help lists the options)"; }
while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --only-check) collects=0; shift; continue ;;
        --clients | --minutes | --into | --least) [ $# -ge 2 ] || wrong "$1 needs a value" ;;
        *) wrong "unknown option '$1'" ;;
    esac
    case $1 in
        --clients) clients=$2; least=${least:-1} ;;
        --minutes) minutes=$2 ;;
        --into) into=$2 ;;
        --least) least=$2 ;;
    esac
    shift 2
done
least=${least:-5000}
[[ $minutes =~ ^[1-9][0-9]{0,3}$ ]] || wrong "--minutes wants a number from 1, not '$minutes'"
[[ $least =~ ^[0-9]{1,6}$ ]] || wrong "--least wants a number, not '$least'"
for client in $clients; do [[ $client =~ ^(glmark2|chromium|quick_shader|quick_gl)$ ]] || wrong "--clients knows no '$client'"; done

count() { find "$into" -name '*.tgsi' 2> /dev/null | wc -l; }

# watch NAME COMMAND...: runs a client through the door in a process group of its own until it ends or the time is up, and says how it goes.
deadline=0
watch() {
    local name=$1 begin=$SECONDS next=$((SECONDS + 15)) client
    shift
    if [ $SECONDS -ge $deadline ]; then say "$name: left out, the $minutes minutes are over"; return 0; fi
    say "$name"
    set -m
    through harvest "$@" > "$work/$name.log" 2>&1 < /dev/null &
    client=$!
    set +m
    started+=($client)
    while kill -0 $client 2> /dev/null; do
        sleep 1
        kill -0 "$door" 2> /dev/null || { tail -n 5 "$work/harvest.log" >&2; fail "virglhost ended while $name ran"; }
        if [ $SECONDS -ge $deadline ]; then
            kill -- -$client 2> /dev/null || true
            say "$name: stopped, the $minutes minutes are over"
            break
        fi
        [ $SECONDS -lt $next ] || { next=$((SECONDS + 15)); say "  ... $(count) distinct shaders; $(tail -c 200 "$work/$name.log" | tr '\r' '\n' | grep . | tail -n 1 | cut -c1-90)"; }
    done
    wait $client 2> /dev/null || true
    say "$name: $((SECONDS - begin)) s, $(count) distinct shaders so far"
}

run_client() {
    case $1 in
        glmark2)
            require_packages "clients for the door" glmark2-x11 glmark2-es2-x11
            watch glmark2 glmark2 -b :duration=1
            watch glmark2-es2 glmark2-es2 -b :duration=1
            ;;
        chromium)
            require_packages "a client for the door: WebGL2" chromium
            watch chromium timeout 120 chromium --headless=new --no-sandbox --ozone-platform=x11 --use-gl=angle --use-angle=gl-egl --ignore-gpu-blocklist \
                --user-data-dir="$work/chromium" --window-size=640,480 --virtual-time-budget=20000 --screenshot="$work/webgl2.png" "file://$repository/tests/clients/webgl2.html"
            ;;
        quick_*)
            require_packages "clients for the door: thousands of shaders" piglit waffle-utils
            watch "$1" env PIGLIT_PLATFORM=glx piglit run -p glx --timeout 60 --overwrite "$1" "$work/piglit-$1"
            ;;
    esac
}

begin_clients
find_virglhost
mkdir -p "$into"
into=$(cd "$into" && pwd)
if [ $collects = 1 ]; then
    deadline=$((SECONDS + minutes * 60))
    start_x 1280x1024
    start_door harvest "$VIRGLHOST" vtest --dump-shaders "$into"
    for client in $clients; do run_client "$client"; done
fi

distinct=$(count)
say "$distinct distinct shaders in $into"
[ "$distinct" -ge "$least" ] || fail "too few shaders: $distinct, at least $least were wanted"
[ "$distinct" != 0 ] || fail "no shader to check"
status=0
LIBGL_ALWAYS_SOFTWARE=1 "$VIRGLHOST" translate --check "$into" || status=$?
[ $status = 0 ] || fail "not every shader translates, compiles and links (see above)"
