#!/usr/bin/env bash
# Shows virglhost at work: starts it, boots a Debian guest in QEMU on it, runs an OpenGL program there, and leaves the guest's screen as PNG files.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
. "$repository/samples/lib/common.sh"

usage() {
    cat << 'TEXT'
Usage: samples/qemu-guest.sh [OPTIONS]
Boots a Debian guest in QEMU, draws with OpenGL in it through virglhost, and writes the guest's screen to PNG files.

  --command "..."                what the guest runs                       (default: kmscube -c 120)
  --out DIR                      where pictures and logs go                (default: artifacts/qemu-guest)
  --timeout SECONDS              limit for the program in the guest        (default: 300)
  --guest-mesa system|backports  Debian 12's kernel 6.1 and Mesa 22.3, or  (default: system)
                                 bookworm-backports' kernel 6.12 and Mesa 25
  --size WxH                     the guest's screen                        (default: 640x480)
  --every N                      write every N-th frame as a PNG           (default: 10)
  --accel auto|kvm|tcg           KVM, software emulation, or a trial       (default: auto)
  --help                         this text

In the guest: kmscube, glmark2-es2-drm, glmark2-drm and busybox. Try --command "glmark2-es2-drm -b refract:duration=5".
The first run installs and downloads what is missing and says so; later runs need no network.
Exit status: 0 the program ran on virgl and its pictures show something; 1 otherwise, with the reason; 2 wrong options.
TEXT
}

command='kmscube -c 120' out=$repository/artifacts/qemu-guest limit=300 mesa=system size=640x480 every=10 accel=${VIRGLHOST_ACCEL:-auto}
wrong() { FAIL_CODE=2 fail "$* (--help lists the options)"; }
while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --command | --out | --timeout | --guest-mesa | --size | --every | --accel) [ $# -ge 2 ] || wrong "$1 needs a value" ;;
        *) wrong "unknown option '$1'" ;;
    esac
    case $1 in
        --command) command=$2 ;;
        --out) out=$2 ;;
        --timeout) limit=$2 ;;
        --guest-mesa) mesa=$2 ;;
        --size) size=$2 ;;
        --every) every=$2 ;;
        --accel) accel=$2 ;;
    esac
    shift 2
done
[[ $limit =~ ^[1-9][0-9]{0,5}$ ]] || wrong "--timeout wants seconds, not '$limit'"
[[ $every =~ ^[1-9][0-9]{0,5}$ ]] || wrong "--every wants a number from 1, not '$every'"
[[ $size =~ ^[1-9][0-9]{2,3}x[1-9][0-9]{2,3}$ ]] || wrong "--size wants WIDTHxHEIGHT, not '$size'"
[[ $mesa =~ ^(system|backports)$ ]] || wrong "--guest-mesa is system or backports, not '$mesa'"
[[ $accel =~ ^(auto|kvm|tcg)$ ]] || wrong "--accel is auto, kvm or tcg, not '$accel'"
[[ -n $command && $command != *$'\n'* ]] || wrong "--command wants one line"

run='' daemon='' qemu=''
stop() {
    [ -z "$qemu" ] || { kill "$qemu" && wait "$qemu"; } 2> /dev/null || true
    [ -z "$daemon" ] || { kill "$daemon" && wait "$daemon"; } 2> /dev/null || true
    [ -z "$run" ] || rm -rf "$run"
}
trap stop EXIT
trap 'exit 1' INT TERM

start_daemon() {
    mkdir -p "$out" || fail "cannot create the folder $out"
    out=$(cd "$out" && pwd)
    rm -rf "$out"/frame-*.png "$out"/latest.png "$out"/*.log "$out"/guest-output.txt
    run=$(mktemp -d /tmp/virglhost-XXXXXX)
    say "starting virglhost (log: $out/virglhost.log)"
    "$repository/artifacts/virglhost/virglhost" --socket-path "$run/gpu.sock" --virgl --png "$out" --png-every "$every" > "$out/virglhost.log" 2>&1 < /dev/null &
    daemon=$!
    local _
    for _ in $(seq 300); do
        [ -S "$run/gpu.sock" ] && return 0
        kill -0 "$daemon" 2> /dev/null || { cat "$out/virglhost.log" >&2; fail "virglhost ended at once"; }
        sleep 0.1
    done
    fail "virglhost does not listen after 30 s"
}

boot_guest() {
    local begin=$SECONDS
    "$repository/samples/guest/boot.sh" --run "$run" --guest "$guest" --channel pipe --size "$size" --accel "$accel" --one-mode \
        --append drm_kms_helper.fbdev_emulation=0 > "$out/qemu.log" 2>&1 < /dev/null &
    qemu=$!
    until [ -p "$run/agent.out" ]; do alive; sleep 0.1; done
    exec 3<> "$run/agent.in" 4<> "$run/agent.out"
    say "booting the guest ($(cat "$run/accel" 2> /dev/null || echo "$accel") acceleration; kernel messages: $out/console.log)"
    line=''
    until [[ $line == @@ready* ]]; do
        if ! hear; then
            alive
            say "  ... $((SECONDS - begin)) s: $(tail -n 1 "$run/console.log" 2> /dev/null | tr -d '\r' | cut -c1-100)"
        fi
        [ $((SECONDS - begin)) -lt 300 ] || { keep_logs; fail "the guest did not boot within 300 s, see $out/console.log"; }
    done
    say "the guest is up after $((SECONDS - begin)) s: kernel ${line#@@ready }"
}

# hear: the guest's next line into $line, waiting at most 5 seconds. A line that the wait cuts in two is put together again.
line='' heard=''
hear() {
    local part=''
    if IFS= read -r -t 5 part <&4; then line=$heard$part heard=''; return 0; fi
    heard+=$part
    return 1
}

keep_logs() { cp "$run/console.log" "$out/console.log" 2> /dev/null || true; }
alive() {
    kill -0 "$qemu" 2> /dev/null || { keep_logs; cat "$out/qemu.log" >&2; fail "QEMU ended, see $out/qemu.log and $out/console.log"; }
    kill -0 "$daemon" 2> /dev/null || { keep_logs; tail -n 20 "$out/virglhost.log" >&2; fail "virglhost ended, see $out/virglhost.log"; }
}

# in_guest SECONDS COMMAND: runs it there, prints what it prints; the status is the command's.
in_guest() {
    local begin=$SECONDS request running='' LC_ALL=C call=${EPOCHREALTIME//[^0-9]/}     # a number no other call has, in subshells too
    request="$call $1 ${#2} $2"
    printf '%s\n' "$request" >&3
    while :; do
        if ! hear; then
            alive
            [ $((SECONDS - begin)) -lt $(($1 + 60)) ] || { keep_logs; fail "the guest no longer answers, see $out/console.log"; }
            [ -n "$running" ] || printf '%s\n' "$request" >&3          # the serial port may lose bytes; the agent runs a repeated line once
            continue
        fi
        case $line in
            "@@run $call") running=yes ;;
            "@@again") [ -n "$running" ] || printf '%s\n' "$request" >&3 ;;
            "@@end $call "*) return "${line##* }" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done
}

# is_blank PNG: all pixels have one colour. Reads 8-bit RGB and RGBA without interlace, which is what virglhost writes.
is_blank() {
    local channels
    case $(od -An -t u1 -j 24 -N 2 "$1" | tr -s ' ') in ' 8 2') channels=3 ;; ' 8 6') channels=4 ;; *) fail "$1 is no 8-bit RGB or RGBA picture" ;; esac
    inflate "$1" | od -An -v -t u1 -w1 | awk -v channels=$channels -v width="$((0x$(od -An -t x1 -j 16 -N 4 "$1" | tr -d ' ')))" '
        function near(a, b, c,   p, pa, pb, pc) {                      # the Paeth predictor of the PNG specification
            p = a + b - c; pa = p > a ? p - a : a - p; pb = p > b ? p - b : b - p; pc = p > c ? p - c : c - p
            return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
        }
        BEGIN { stride = width * channels; at = -1 }
        at < 0 { filter = $1; at = 0; next }
        {
            a = at >= channels ? row[at - channels] : 0; b = above[at] + 0; c = at >= channels ? above[at - channels] + 0 : 0
            v = ($1 + (filter == 1 ? a : filter == 2 ? b : filter == 3 ? int((a + b) / 2) : filter == 4 ? near(a, b, c) : 0)) % 256
            row[at] = v; k = at % channels
            if (k < 3) { if (!(k in first)) first[k] = v; else if (v != first[k]) { different = 1; exit } }
            if (++at == stride) { for (i = 0; i < stride; i++) above[i] = row[i]; at = -1 }
        }
        END { exit different }'
}

# inflate PNG: the bytes inside its IDAT chunks, unpacked: a deflate stream under a gzip header, whose missing trailer gzip complains of.
inflate() {
    local at=8 length kind begin=2
    {
        printf '\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03'
        while :; do
            length=$((0x$(od -An -t x1 -j $at -N 4 "$1" | tr -d ' '))) kind=$(od -An -c -j $((at + 4)) -N 4 "$1" | tr -d ' ')
            [ "$kind" != IEND ] || break
            if [ "$kind" = IDAT ]; then
                dd "if=$1" bs=64K iflag=skip_bytes,count_bytes skip=$((at + 8 + begin)) count=$((length - begin)) status=none
                begin=0
            fi
            at=$((at + length + 12))
        done
    } | { gzip -dc 2> /dev/null || true; }
}

draw() {
    local status=0 features renderer version answer pictures picture frames
    features=$(in_guest 30 'dmesg | grep -o "features: .*virgl .*"') || true
    say "the guest's kernel says: ${features:-no virtio-gpu found}"
    [[ $features == *+virgl* ]] || { keep_logs; fail "the guest saw no virgl, see $out/console.log and $out/virglhost.log"; }
    say "running in the guest: $command"
    in_guest "$limit" "$command" > >(tee "$out/guest-output.txt" | cut -c1-140 | sed -u '/^$/d; s/^/    | /') || status=$?
    sleep 0.3
    keep_logs
    [ $status != 143 ] && [ $status != 124 ] || fail "the program in the guest ran past $limit s (--timeout)"
    [ $status = 0 ] || fail "the program in the guest ended with status $status, see $out/guest-output.txt"

    frames=$(find "$out" -name 'frame-*.png' | sed 's/.*frame-0*//; s/.png//' | sort -n | tail -n 1)
    answer=$(cat "$out/guest-output.txt")
    if ! grep -qi 'renderer:' <<< "$answer"; then answer=$(in_guest 120 'kmscube -c 1 2>&1 | grep -v -i extensions'); fi
    renderer=$(sed -n 's/^.*[rR][eE][nN][dD][eE][rR][eE][rR]: *"\{0,1\}\([^"]*\).*/\1/p' <<< "$answer" | head -n 1)
    # "GL_VERSION:    OpenGL ES 3.1 Mesa 22.3.6" (glmark2) or "  version: "OpenGL ES 3.1 Mesa 22.3.6"" (kmscube), not the line of EGL's or GLSL's version
    version=$(sed -n 's/^ *\(GL_VERSION\|version\): *"\{0,1\}\([^"]*\).*/\2/p' <<< "$answer" | grep Mesa | head -n 1) || version=''
    [ -n "$version" ] || fail "the guest's program did not say its OpenGL version, see $out/guest-output.txt"
    [[ $renderer == *virgl* ]] || fail "the guest drew with '$renderer', not with virgl"

    in_guest 10 'poweroff -f' > /dev/null 2>&1 &
    for _ in $(seq 50); do kill -0 "$qemu" 2> /dev/null || break; sleep 0.1; done
    stop_daemon
    [ -s "$out/latest.png" ] || fail "virglhost wrote no picture of the guest's screen, see $out/virglhost.log"
    pictures=$(find "$out" -maxdepth 1 -name 'frame-*.png' | sort | awk '{ all[NR] = $0 } END { print all[int((NR + 1) / 2)]; if (NR > 1) print all[NR] }')
    for picture in $pictures "$out/latest.png"; do
        ! is_blank "$picture" || fail "the picture $picture is blank"
    done
    echo
    echo "pictures:    $(echo $pictures "$out/latest.png")"
    echo "GL_RENDERER: $renderer"
    echo "GL_VERSION:  $version"
    [ "$every" = 1 ] || frames="at least ${frames:-0}"                # the number of the last one written
    echo "frames:      ${frames:-0} shown, $(find "$out" -name 'frame-*.png' | wc -l) written"
}

# Ends the daemon in an orderly way, so that the last frame is on the disk.
stop_daemon() {
    kill "$daemon" 2> /dev/null || true
    wait "$daemon" 2> /dev/null || true
    daemon=''
}

require_dotnet
require_packages "OpenGL on the host (EGL, Mesa's llvmpipe)" libegl1 libegl-mesa0 libgl1 libgl1-mesa-dri libgles2 libgbm1
require_qemu
"$repository/samples/lib/publish.sh"
guest=$("$repository/samples/guest/build.sh" "$mesa")
start_daemon
boot_guest
draw
