#!/usr/bin/env bash
# Runs real programs in a QEMU guest through virglhost: kmscube, every scene of glmark2, piglit, a weston desktop and an Xorg one; prints a table.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
. "$repository/samples/lib/common.sh"
. "$repository/samples/lib/guest.sh"

PACKAGES="piglit weston seatd udev glmark2-es2-wayland xserver-xorg-core xserver-xorg-input-libinput x11-xkb-utils xterm mesa-utils glmark2-x11"
parts='kmscube glmark2 piglit weston xorg'
usage() {
    cat << TEXT
Usage: tests/guest.sh [OPTIONS] [PART...]
Boots a Debian guest in QEMU on virglhost and runs in it: $parts. Default: all of them.

  kmscube    300 frames
  glmark2    glmark2-es2-drm and glmark2-drm: the benchmarks of tests/guest/scenes.txt, which are all scenes; a picture of each
  piglit     piglit's sanity profile and the 50 tests of tests/guest/piglit.xml, on virgl by gbm, and on the guest's software renderer
             by surfaceless EGL: what passes there must pass on virgl
  weston     a desktop with weston-terminal, weston-simple-egl and glmark2-es2-wayland; its pointer, moved by QEMU's tablet
  xorg       Xorg with glamor, xterm, glxgears and glmark2

  --guest-mesa system|backports|both   Debian 12's kernel and Mesa, bookworm-backports', or one after the other  (default: both)
  --duration SECONDS                   for each benchmark of glmark2                                            (default: 0.5)
  --out DIR                            pictures, logs and what the programs printed                             (default: artifacts/guest)
  --help                               this text

The first run makes the guest's disk (3 GB); a run takes about 20 minutes for each Mesa on two cores without KVM.
Exit status: 0 everything is right; 1 something is not, the table says what; 2 wrong options. VIRGLHOST=PROGRAM tests that program.
TEXT
}

wrong() { FAIL_CODE=2 fail "$* (--help lists the options)"; }
out=$repository/artifacts/guest mesa=both duration=0.5 accel=${VIRGLHOST_ACCEL:-auto} every=1000000 wanted=()
while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --guest-mesa | --duration | --out) [ $# -ge 2 ] || wrong "$1 needs a value" ;;
        kmscube | glmark2 | piglit | weston | xorg) wanted+=("$1"); shift; continue ;;
        *) wrong "unknown option or part '$1'" ;;
    esac
    case $1 in
        --guest-mesa) mesa=$2 ;;
        --duration) duration=$2 ;;
        --out) out=$2 ;;
    esac
    shift 2
done
[[ $mesa =~ ^(system|backports|both)$ ]] || wrong "--guest-mesa is system, backports or both, not '$mesa'"
[[ $duration =~ ^[0-9]{1,3}(\.[0-9]{1,2})?$ ]] || wrong "--duration wants seconds, not '$duration'"
[ ${#wanted[@]} != 0 ] || read -r -a wanted <<< "$parts"
mkdir -p "$out"
out=$(cd "$out" && pwd)

if [ $mesa = both ]; then
    status=0
    for mesa in system backports; do
        "$0" --guest-mesa $mesa --duration "$duration" --out "$out/$mesa" "${wanted[@]}" || { status=$?; [ $status = 1 ] || exit $status; }
    done
    cat "$out/system/table.txt" "$out/backports/table.txt"
    exit $status
fi

# row WHAT ok|WRONG NOTE: one line of the table.
failures=0
row() {
    [ "$2" = ok ] || failures=$((failures + 1))
    printf '%-9s  %-26s  %-5s  %s\n' "$mesa" "$1" "$2" "$3" | tee -a "$base/table.txt"
}

# judge WHAT NOTE COMPLAINT...: a row that is ok where there is no complaint.
judge() {
    local what=$1 note=$2
    shift 2
    if [ $# = 0 ]; then row "$what" ok "$note"; else row "$what" WRONG "$(printf '%s; ' "$@")$note"; fi
}

# send FILE: into the guest's /tmp.
send() { in_guest 30 "echo $(gzip -9c "$1" | base64 -w0) | base64 -d | gzip -dc > /tmp/${1##*/}; chmod +x /tmp/${1##*/}" || fail "the guest did not take $1"; }

# keep NAME: the guest's screen as it is now. Adds to complaints where it shows nothing.
keep() {
    sleep 1
    if [ -s "$out/latest.png" ]; then cp "$out/latest.png" "$base/$1.png"; else complaints+=("no picture"); return 0; fi
    ! is_blank "$base/$1.png" || complaints+=("$1.png is blank")
}

# attempt FILE SECONDS COMMAND: its output goes to FILE; adds to complaints where it fails or does not draw with virgl.
attempt() {
    local status=0
    in_guest "$2" "$3" > "$base/$1" || status=$?
    [ $status = 0 ] || complaints+=("status $status, see $base/$1")
    grep -q 'virgl' "$base/$1" || complaints+=("not drawn with virgl, see $base/$1")
}

run_kmscube() {
    complaints=()
    attempt kmscube.txt 300 'kmscube -c 300 2>&1'
    keep kmscube
    judge kmscube "$(sed -n 's/^Rendered \([0-9]*\) frames.*(\([0-9]*\).*/\1 frames, \2 a second/p' "$base/kmscube.txt" | tail -n 1)" "${complaints[@]}"
}

# run_glmark2 PROGRAM
run_glmark2() {
    local program=$1 scene lines scenes benchmarks listed
    benchmarks=$(grep -v '^#' "$repository/tests/guest/scenes.txt")
    scenes=$(cut -d : -f 1 <<< "$benchmarks" | awk '!seen[$0]++')
    complaints=()
    listed=$(in_guest 60 "$program --list-scenes" | sed -n 's/^\[Scene\] //p')
    [ -n "$listed" ] || complaints+=("it lists no scenes")
    for scene in $listed; do grep -qx "$scene" <<< "$scenes" || complaints+=("scene $scene is in no list"); done
    judge "$program" "$(wc -l <<< "$benchmarks") benchmarks of $(wc -l <<< "$scenes") scenes" "${complaints[@]}"
    for scene in $scenes; do
        complaints=() lines=$(grep "^$scene\b" <<< "$benchmarks")
        attempt "$program-$scene.txt" $((120 + 180 * $(wc -l <<< "$lines"))) "$program $(sed "s/.*/-b '&:duration=$duration'/" <<< "$lines" | tr '\n' ' ') 2>&1"
        [ "$(grep -c '^\[.*FPS: [1-9]' "$base/$program-$scene.txt")" = "$(wc -l <<< "$lines")" ] || complaints+=("not all of $(wc -l <<< "$lines") benchmarks drew")
        # The scene clear fills the screen with one colour.
        if [ "$scene" = clear ]; then cp "$out/latest.png" "$base/$program-$scene.png"; else keep "$program-$scene"; fi
        judge "$program $scene" "frames/s: $(sed -n 's/^\[.*FPS: \([0-9]*\).*/\1/p' "$base/$program-$scene.txt" | tr '\n' ' ')" "${complaints[@]}"
    done
}

# piglit_results PLATFORM FILE: the results of both profiles as lines "NAME RESULT". LIBGL_ALWAYS_SOFTWARE does not keep gbm from virgl,
# but surfaceless EGL.
piglit_results() {
    local profile
    for profile in sanity /tmp/piglit.xml.gz; do
        in_guest 3000 "cd /tmp; PIGLIT_NO_FAST_SKIP=1 $software piglit run -p $1 --timeout 200 --overwrite -l verbose $profile /tmp/results 2>&1" || true
    done > "$base/$2.log"
    sed -n 's/^\(pass\|fail\|crash\|skip\|timeout\|warn\|incomplete\): \(.*\)/\2\t\1/p' "$base/$2.log" | LC_ALL=C sort > "$base/$2.txt"
}

run_piglit() {
    local name virgl software all
    complaints=()
    all=$(($(grep -c '<Test ' "$repository/tests/guest/piglit.xml") + 30))
    send "$repository/tests/guest/piglit.xml"
    in_guest 30 'gzip -f /tmp/piglit.xml'
    software=LIBGL_ALWAYS_SOFTWARE=1 piglit_results surfaceless_egl piglit-software
    software='' piglit_results gbm piglit-virgl
    for name in piglit-virgl piglit-software; do
        [ "$(wc -l < "$base/$name.txt")" = $all ] || complaints+=("$(wc -l < "$base/$name.txt") of $all tests ran, see $base/$name.log")
    done
    while IFS=$'\t' read -r name virgl software; do
        [ "$virgl" = "$software" ] || echo "  $name: $virgl on virgl, $software on the guest's software renderer"
    done < <(LC_ALL=C join -t $'\t' "$base/piglit-virgl.txt" "$base/piglit-software.txt") | tee "$base/piglit-differences.txt"
    mapfile -t -O ${#complaints[@]} complaints < <(sed -n 's/^  \(.*\): \(fail\|crash\|timeout\|warn\|incomplete\) on virgl, pass on .*/\1 is worse on virgl/p' "$base/piglit-differences.txt")
    judge piglit "virgl: $(counts piglit-virgl); the guest's software renderer: $(counts piglit-software)" "${complaints[@]}"
}

counts() { cut -f 2 "$base/$1.txt" | sort | uniq -c | awk '{ printf "%s%s %s", (NR > 1 ? ", " : ""), $1, $2 }'; }

# run_session NAME: the script tests/guest/NAME.sh, and a picture while glmark2 draws.
run_session() {
    local name=$1 begin=$SECONDS job status=0
    complaints=()
    send "$repository/tests/guest/$name.sh"
    : > "$base/$name.txt"
    in_guest 600 "/tmp/$name.sh" > "$base/$name.txt" &
    job=$!
    until grep -q 'Surface Size' "$base/$name.txt" || ! kill -0 $job 2> /dev/null; do sleep 1; done
    sleep 22                                       # of 30 that glmark2 draws
    keep "$name"
    wait $job || status=$?
    [ $status = 0 ] || complaints+=("status $status, see $base/$name.txt")
    grep -q '^\[.*FPS: [1-9]' "$base/$name.txt" || complaints+=("glmark2 did not draw, see $base/$name.txt")
    [ "$(grep -c virgl "$base/$name.txt")" -ge 2 ] || complaints+=("not drawn with virgl, see $base/$name.txt")
    judge "$name" "$(sed -n 's/^\(\[.*FPS: [0-9]*\).*/\1/p' "$base/$name.txt"), $((SECONDS - begin)) s" "${complaints[@]}"
}

# move_pointer X Y: as a person would, in pixels of a 1024x768 screen, by QEMU's tablet.
move_pointer() {
    local axis='{"type": "abs", "data": {"axis": "%s", "value": %d}}'
    # shellcheck disable=SC2059
    qmp "{\"execute\": \"input-send-event\", \"arguments\": {\"events\": [$(printf "$axis" x $(($1 * 32768 / 1024))), $(printf "$axis" y $(($2 * 32768 / 768)))]}}" > /dev/null
    sleep 2
}

# The pointer of the weston session: where it was moved to, and away from where it was. Weston 10 shows it on the device's cursor, which QEMU's screendump
# leaves out; Linux 6.12 gives that to programs that know of hot spots only, so weston 14 draws it.
run_pointer() {
    local shown
    complaints=()
    in_guest 30 'killall -q weston-simple-egl; sleep 3; true'
    move_pointer 60 700
    keep pointer-left
    qmp "{\"execute\": \"screendump\", \"arguments\": {\"filename\": \"$base/pointer-none.png\", \"format\": \"png\"}}" > /dev/null
    move_pointer 960 720
    keep pointer-right
    move_pointer 60 700
    keep pointer-back
    # A pointer is smaller than 0.1 % of the screen; so is a change of weston's clock.
    shown=$("$VIRGLHOST" compare "$base/pointer-none.png" "$base/pointer-left.png" --max-differing 0.1) || complaints+=("QEMU shows another screen than we do")
    ! "$VIRGLHOST" compare "$base/pointer-left.png" "$base/pointer-right.png" > /dev/null || complaints+=("the pointer did not move")
    "$VIRGLHOST" compare "$base/pointer-left.png" "$base/pointer-back.png" --max-differing 0.1 > /dev/null || complaints+=("the pointer left something behind")
    judge "weston's pointer" "against QEMU's screendump: $shown" "${complaints[@]}"
}

# with_guest SIZE PART...: those parts in one guest with a screen of that size.
with_guest() {
    local part kernel
    size=$1 out=$base/$1
    shift
    start_daemon
    boot_guest
    kernel=${line#@@ready }
    in_guest 20 'dmesg -c > /dev/null'             # an emulated CPU's boot has complaints of its own
    say "the guest's OpenGL: $(in_guest 120 'kmscube -c 1 2>&1' | sed -n 's/^ *\(version\|renderer\): *"\(.*\)"/\2/p' | grep -v '^1\.' | tr '\n' ' ')"
    for part in "$@"; do
        say "$mesa: $part"
        case $part in
            glmark2) run_glmark2 glmark2-es2-drm; run_glmark2 glmark2-drm ;;
            weston) run_session weston; run_pointer ;;
            xorg) run_session xorg ;;
            *) "run_$part" ;;
        esac
    done
    complaints=()
    if in_guest 20 "dmesg -r | grep '^<[0-3]>'" > "$out/kernel-errors.txt"; then complaints+=("the kernel complained, see $out/kernel-errors.txt"); fi
    stop_guest
    if grep -E ' (WRN|ERR|FTL) ' "$out/virglhost.log" > "$out/complaints.txt"; then complaints+=("virglhost complained, see $out/complaints.txt"); fi
    judge "complaints, $size" "kernel $kernel" "${complaints[@]}"
    stop
    run='' qemu=''
}

in_wanted() { local part found=(); for part in "$@"; do [[ " ${wanted[*]} " != *" $part "* ]] || found+=("$part"); done; echo "${found[*]}"; }

require_packages "OpenGL on the host (EGL, Mesa's llvmpipe)" libegl1 libegl-mesa0 libgl1 libgl1-mesa-dri libgles2 libgbm1
require_qemu
find_virglhost
guest=$("$repository/samples/guest/build.sh" "$mesa")
disk=$("$repository/samples/guest/disk.sh" "$mesa" "$PACKAGES")
base=$out
: > "$base/table.txt"
machine=(-device virtio-tablet-pci -device virtio-keyboard-pci)
for group in "640x480 $(in_wanted kmscube glmark2 piglit)" "1024x768 $(in_wanted weston xorg)"; do
    # shellcheck disable=SC2086
    [[ $group == *' ' ]] || with_guest $group
done
say "$failures of $(wc -l < "$base/table.txt") rows are wrong; pictures and logs in $base"
[ $failures = 0 ]
