#!/usr/bin/env bash
# Runs real programs on this machine's own OpenGL and through virglhost's vtest door, and compares what the screen shows.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
. "$repository/samples/lib/common.sh"
. "$repository/samples/lib/clients.sh"

scenes='build texture shading bump effect2d pulsar desktop buffer ideas jellyfish terrain shadow refract conditionals function loop'
usage() {
    cat << TEXT
Usage: tests/apps.sh [OPTIONS] [PROGRAM...]
Runs each program twice under Xvfb, on the host's OpenGL and through virglhost vtest, with a clock that comes to a stand, and compares the pictures.
Programs: glxgears, glmark2:SCENE for the scenes $scenes, gtk4, neverball, chromium (WebGL2). Default: all.

  --out DIR    where the pictures go    (default: artifacts/apps)
  --help       this text

Exit status: 0 every pair of pictures agrees; 1 one does not, or a program failed; 2 wrong options. VIRGLHOST=PROGRAM tests that program.
TEXT
}

out=$repository/artifacts/apps programs=()
while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --out) [ $# -ge 2 ] || { FAIL_CODE=2 fail "--out needs a value"; }; out=$2; shift ;;
        glxgears | glmark2:* | gtk4 | neverball | chromium) programs+=("$1") ;;
        *) FAIL_CODE=2 fail "unknown option or program '$1' (--help lists them)" ;;
    esac
    shift
done
if [ ${#programs[@]} = 0 ]; then
    programs=(glxgears)
    for scene in $scenes; do programs+=("glmark2:$scene"); done
    programs+=(gtk4 neverball chromium)
fi

# shoot DOOR PICTURE SECONDS COMMAND...: a picture of the screen when it stands still, and the end of the program.
shoot() {
    local name=$1 picture=$2 limit=$3 client
    shift 3
    set -m
    through "$name" "$@" > "$picture.log" 2>&1 < /dev/null &
    client=$!
    set +m
    started+=($client)
    python3 "$repository/tests/apps/picture.py" "$screen/Xvfb_screen0" "$picture" "$limit"
    kill -- -$client 2> /dev/null || true
    wait $client 2> /dev/null || true
    sleep 0.3
}

# Without a door of ours in between, the clock must still come to a stand.
through() {
    local name=$1
    shift
    if [ "$name" = host ]; then LIBGL_ALWAYS_SOFTWARE=1 LD_PRELOAD=$work/still.so "$@"
    else LIBGL_ALWAYS_SOFTWARE=1 GALLIUM_DRIVER=virpipe VTEST_SOCKET_NAME=$work/$name.sock LD_PRELOAD="$work/still.so $work/redirect.so" "$@"
    fi
}

run_program() {
    local name=$1 picture=$2
    case $3 in
        glxgears) shoot "$name" "$picture" 30 glxgears -geometry 640x480 ;;
        glmark2:*) STILL_FOR=glmark2 shoot "$name" "$picture" 60 glmark2 -s 640x480 --annotate -b "${3#*:}:duration=1000" ;;
        gtk4) shoot "$name" "$picture" 60 env GSK_RENDERER=gl GDK_BACKEND=x11 GSETTINGS_BACKEND=memory gtk4-demo ;;
        neverball) STILL_FOR=SDL STILL_STEPS=200 shoot "$name" "$picture" 60 env HOME="$work" SDL_AUDIODRIVER=dummy /usr/games/neverball ;;
        chromium)
            # The clock runs: a browser waits by it. The page stands still by itself.
            env LIBGL_ALWAYS_SOFTWARE=1 $([ "$name" = host ] || echo "GALLIUM_DRIVER=virpipe VTEST_SOCKET_NAME=$work/$name.sock LD_PRELOAD=$work/redirect.so") \
                timeout 120 chromium --headless=new --no-sandbox --ozone-platform=x11 --use-gl=angle --use-angle=gl-egl --ignore-gpu-blocklist \
                --user-data-dir="$work/chromium-$name" --hide-scrollbars --window-size=640,480 --virtual-time-budget=20000 --screenshot="$picture" \
                "file://$repository/tests/clients/webgl2.html" > "$picture.log" 2>&1 < /dev/null || true
            [ -s "$picture" ] || fail "chromium took no picture, see $picture.log"
            ;;
    esac
}

require_packages "the programs, and python3 to read the screen" mesa-utils glmark2-x11 gtk-4-examples neverball chromium python3
begin_clients
gcc -shared -fPIC -O1 -o "$work/still.so" "$repository/tests/apps/still.c" -ldl
find_virglhost
mkdir -p "$out"
out=$(cd "$out" && pwd)
screen=$work/screen
mkdir "$screen"
start_x 800x600 -fbdir "$screen"
start_door virglhost "$VIRGLHOST" vtest
clients() { grep -c ' connected$' "$work/virglhost.log" || true; }
failures=0
for program in "${programs[@]}"; do
    base=$out/${program//:/-}
    run_program host "$base-host.png" "$program"
    before=$(clients)
    run_program virglhost "$base-virglhost.png" "$program"
    verdict=agrees
    rm -f "$base-difference.png"
    result=$("$VIRGLHOST" compare "$base-host.png" "$base-virglhost.png" --tolerance 16 --max-differing 1 --max-mean 0.5 --difference "$base-difference.png") \
        || { verdict=DIFFERS; failures=$((failures + 1)); }
    if "$VIRGLHOST" compare --blank "$base-host.png" > /dev/null; then verdict='SHOWS NOTHING' failures=$((failures + 1)); fi
    if [ "$(clients)" = "$before" ]; then verdict='DID NOT COME THROUGH THE DOOR' failures=$((failures + 1)); fi
    say "$program $verdict: $result"
done
grep -E ' (WRN|ERR|FTL) ' "$work/virglhost.log" || true
say "${#programs[@]} programs, $failures differ; pictures in $out"
[ $failures = 0 ]
