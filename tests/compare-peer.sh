#!/usr/bin/env bash
# Runs the same Mesa clients in turn through virgl_test_server, through virglhost's vtest door and on the host's own OpenGL, and compares speed and cost.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
. "$repository/samples/lib/common.sh"
. "$repository/samples/lib/clients.sh"

# glmark2's default benchmarks, and those of them that differ most from each other.
all_scenes='build:use-vbo=false build:use-vbo=true texture:texture-filter=nearest texture:texture-filter=linear texture:texture-filter=mipmap
    shading:shading=gouraud shading:shading=blinn-phong-inf shading:shading=phong shading:shading=cel
    bump:bump-render=high-poly bump:bump-render=normals bump:bump-render=height
    effect2d:kernel=0,1,0;1,-4,1;0,1,0; effect2d:kernel=1,1,1,1,1;1,1,1,1,1;1,1,1,1,1; pulsar:quads=5:texture=false:light=false
    desktop:windows=4:effect=blur:blur-radius=5:passes=1:separable=true desktop:windows=4:effect=shadow
    buffer:update-fraction=0.5:update-dispersion=0.9:columns=200:update-method=map:interleave=false
    buffer:update-fraction=0.5:update-dispersion=0.9:columns=200:update-method=subdata:interleave=false
    buffer:update-fraction=0.5:update-dispersion=0.9:columns=200:update-method=map:interleave=true
    ideas:speed=1 jellyfish terrain shadow refract
    conditionals:vertex-steps=0:fragment-steps=0 conditionals:vertex-steps=0:fragment-steps=5 conditionals:vertex-steps=5:fragment-steps=0
    function:fragment-steps=5:fragment-complexity=low function:fragment-steps=5:fragment-complexity=medium
    loop:vertex-steps=5:fragment-steps=5:fragment-loop=true loop:vertex-steps=5:fragment-steps=5:fragment-uniform=false loop:vertex-steps=5:fragment-steps=5:fragment-uniform=true'
few_scenes='build:use-vbo=true shading:shading=phong ideas:speed=1 jellyfish buffer:update-fraction=0.5:update-dispersion=0.9:columns=200:update-method=map:interleave=false'
loads='draws states buffers streams manytextures pictures readbacks screenshots'

usage() {
    cat << TEXT
Usage: tests/compare-peer.sh [OPTIONS] [PROGRAM...]
Runs each program in turn (A B, B A, ...) through virglhost vtest, virgl_test_server --use-egl-surfaceless (a process for each client) and the host's own OpenGL.
Prints medians and ratios of frames/s, the server's processor time for a frame, time from connect to the first frame and peak memory.

Programs: glmark2:SCENE[:OPTION=VALUE...], or of our own (tests/compare-peer/loads.c): $loads.
Default: five scenes of glmark2 and all of our own.

  --full          every default scene of glmark2, 5 rounds of 3 s in turns, with 1, 2 and 4 clients (hours)
  --scenes        every default scene of glmark2 as the programs
  --gl LIST       llvmpipe, free (GALLIUM_NOOP=1 on the servers: what is left is their own cost)    (default: llvmpipe,free)
  --clients LIST  how many clients draw at once                                                     (default: 1)
  --rounds N      rounds that count; one more warms up                                              (default: 3)
  --seconds S     how long frames are counted in each turn                                          (default: 1)
  --slice S       the sides' clients live at once and take turns of S seconds within a round, the others stopped: where the machine swings; 0: one after another (default: 0)
  --warm S        how long a client draws before that                                               (default: 0.4)
  --sides LIST    of ours, peer, host                                                               (default: all)
  --against FILE  another virglhost in the peer's place
  --idle          also what an idle server costs
  --out DIR       samples.tsv, medians.tsv and logs                                                 (default: artifacts/compare-peer)
  --resume        keeps the samples that DIR holds already and measures what is missing
  --until S       begins with no further program after S seconds; --resume goes on
  --help          this text

Exit status: 0 everything was measured; 1 something was not; 2 wrong options. VIRGLHOST=PROGRAM measures that program. Nothing else should run meanwhile.
TEXT
}

wrong() { FAIL_CODE=2 fail "$* (--help lists the options)"; }
out=$repository/artifacts/compare-peer gl=llvmpipe,free clients=1 rounds=3 seconds=1 warm=0.4 sides=ours,peer,host slice=0 until=0 against='' programs=() flags=()
while [ $# -gt 0 ]; do
    case $1 in
        --out | --gl | --clients | --rounds | --seconds | --slice | --warm | --sides | --until | --against) [ $# -ge 2 ] || wrong "$1 needs a value" ;;
    esac
    case $1 in
        --help | -h) usage; exit 0 ;;
        --full)
            rounds=5 seconds=3 slice=0.12 warm=0.7 clients=1,2,4 flags+=(--idle)
            for scene in $all_scenes; do programs+=("glmark2:$scene"); done
            for load in $loads; do programs+=("$load"); done ;;
        --scenes) for scene in $all_scenes; do programs+=("glmark2:$scene"); done ;;
        --idle | --resume) flags+=("$1") ;;
        --out) out=$2; shift ;;
        --against) against=$2; shift; [ -x "$against" ] || wrong "--against $against: no program" ;;
        --gl) gl=$2; shift; [[ $gl =~ ^(llvmpipe|free)(,(llvmpipe|free))*$ ]] || wrong "--gl $gl" ;;
        --clients) clients=$2; shift; [[ $clients =~ ^[1-9][0-9]?(,[1-9][0-9]?)*$ ]] || wrong "--clients $clients" ;;
        --sides) sides=$2; shift; [[ $sides =~ ^(ours|peer|host)(,(ours|peer|host))*$ ]] || wrong "--sides $sides" ;;
        --rounds) rounds=$2; shift; [[ $rounds =~ ^[0-9]{1,3}$ ]] || wrong "--rounds $rounds" ;;
        --seconds | --slice | --warm | --until) [[ $2 =~ ^[0-9]{1,5}(\.[0-9]+)?$ ]] || wrong "$1 $2"; declare "${1#--}=$2"; shift ;;
        glmark2:[a-z]*) programs+=("$1") ;;
        *) [[ " $loads " == *" $1 "* ]] || wrong "unknown option or program '$1'"; programs+=("$1") ;;
    esac
    shift
done
if [ ${#programs[@]} = 0 ]; then
    for scene in $few_scenes; do programs+=("glmark2:$scene"); done
    for load in $loads; do programs+=("$load"); done
fi

require_packages "the peer, the clients and what compiles them" virgl-server glmark2-x11 libegl-dev libgl-dev python3
begin_clients
gcc -shared -fPIC -O1 -o "$work/meter.so" "$repository/tests/compare-peer/meter.c" -ldl
gcc -O2 -o "$work/loads" "$repository/tests/compare-peer/loads.c" -lEGL -lGL
find_virglhost
mkdir -p "$out" || fail "cannot create the folder $out"
out=$(cd "$out" && pwd)
start_x 1280x1024
say "load of the machine before: $(cut -d' ' -f1-3 /proc/loadavg)"
status=0
python3 -B "$repository/tests/compare-peer/compare.py" --work "$work" --out "$out" --virglhost "$VIRGLHOST" --programs "${programs[*]}" \
    --gl "$gl" --clients "$clients" --sides "$sides" --rounds "$rounds" --seconds "$seconds" --warm "$warm" --slice "$slice" --until "$until" --against "$against" "${flags[@]}" || status=$?
cp "$work"/ours.log "$work"/peer.log "$out" 2> /dev/null || true
grep -E ' (WRN|ERR|FTL) ' "$out/ours.log" | cut -c1-300 | sort | uniq -c | sort -rn | head -5 || true
exit $status
