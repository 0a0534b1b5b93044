#!/usr/bin/env bash
# Shows virglhost at work: starts it, boots a Debian guest in QEMU on it, runs an OpenGL program there, and leaves the guest's screen as PNG files.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
. "$repository/samples/lib/common.sh"
. "$repository/samples/lib/guest.sh"

usage() {
    cat << 'TEXT'
Usage: samples/qemu-guest.sh [OPTIONS]
Boots a Debian guest in QEMU, draws with OpenGL in it through virglhost, and writes the guest's screen to PNG files.

  --command "..."                what the guest runs                       (default: kmscube -c 120)
  --out DIR                      where pictures and logs go                (default: artifacts/qemu-guest)
  --timeout SECONDS              limit for the program in the guest        (default: 300)
  --guest-mesa system|backports  Debian 12's kernel 6.1 and Mesa 22.3, or  (default: system)
                                 bookworm-backports' kernel 6.12 and Mesa 25
  --guest-packages "NAME..."     more Debian packages for the guest, on a disk that is made once for each list; nothing is
                                 started by itself               (for instance: "weston seatd glmark2-es2-wayland")
  --size WxH                     the guest's screen                        (default: 640x480)
  --every N                      write every N-th frame as a PNG           (default: 10)
  --record FILE                  record the guest's graphics: virglhost replay FILE, virglhost inspect FILE --html PAGE
  --accel auto|kvm|tcg           KVM, software emulation, or a trial       (default: auto)
  --help                         this text

In the guest: kmscube, glmark2-es2-drm, glmark2-drm and busybox. Try --command "glmark2-es2-drm -b refract:duration=5".
The first run installs and downloads what is missing and says so; later runs need no network.
VIRGLHOST=PROGRAM runs that virglhost in place of the published one.
Exit status: 0 the program ran on virgl and its pictures show something; 1 otherwise, with the reason; 2 wrong options.
TEXT
}

command='kmscube -c 120' out=$repository/artifacts/qemu-guest limit=300 mesa=system packages='' size=640x480 every=10 record='' accel=${VIRGLHOST_ACCEL:-auto}
wrong() { FAIL_CODE=2 fail "$* (--help lists the options)"; }
while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --command | --out | --timeout | --guest-mesa | --guest-packages | --size | --every | --record | --accel) [ $# -ge 2 ] || wrong "$1 needs a value" ;;
        *) wrong "unknown option '$1'" ;;
    esac
    case $1 in
        --command) command=$2 ;;
        --out) out=$2 ;;
        --timeout) limit=$2 ;;
        --guest-mesa) mesa=$2 ;;
        --guest-packages) packages=$2 ;;
        --size) size=$2 ;;
        --every) every=$2 ;;
        --record) record=$2 ;;
        --accel) accel=$2 ;;
    esac
    shift 2
done
[[ $limit =~ ^[1-9][0-9]{0,5}$ ]] || wrong "--timeout wants seconds, not '$limit'"
[[ $every =~ ^[1-9][0-9]{0,5}$ ]] || wrong "--every wants a number from 1, not '$every'"
[[ $size =~ ^[1-9][0-9]{2,3}x[1-9][0-9]{2,3}$ ]] || wrong "--size wants WIDTHxHEIGHT, not '$size'"
[[ $mesa =~ ^(system|backports)$ ]] || wrong "--guest-mesa is system or backports, not '$mesa'"
[[ $accel =~ ^(auto|kvm|tcg)$ ]] || wrong "--accel is auto, kvm or tcg, not '$accel'"
[[ $packages =~ ^[a-z0-9.+:\ -]*$ ]] || wrong "--guest-packages wants names of Debian packages with spaces between them, not '$packages'"
[[ -n $command && $command != *$'\n'* ]] || wrong "--command wants one line"

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

    stop_guest
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

require_dotnet
require_packages "OpenGL on the host (EGL, Mesa's llvmpipe)" libegl1 libegl-mesa0 libgl1 libgl1-mesa-dri libgles2 libgbm1
require_qemu
find_virglhost
guest=$("$repository/samples/guest/build.sh" "$mesa")
disk=''
[ -z "${packages// /}" ] || disk=$("$repository/samples/guest/disk.sh" "$mesa" "$packages")
start_daemon
boot_guest
draw
