#!/usr/bin/env bash
# Unloads and loads the guest's GPU driver, and resets the machine, again and again on one virglhost; its memory, descriptors and threads must stay flat.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
. "$repository/samples/lib/common.sh"
. "$repository/samples/lib/guest.sh"

usage() {
    cat << 'TEXT'
Usage: tests/soak.sh [OPTIONS]
Boots a QEMU guest on one virglhost. Each round unloads and loads the guest's GPU driver, or resets the machine, and draws with kmscube.

  --reloads N     rounds of the first kind                     (default: 200)
  --reboots N     rounds of the second kind                    (default: 50)
  --out DIR       logs, and samples.tsv: a line for each round (default: artifacts/soak)
  --help          this text

200 reloads take about six minutes, 50 reboots ten, on two idle cores without KVM.
Resident memory is told apart: own (.NET's heaps and code, what the OpenGL driver allocates), file (pages of programs and libraries, which the system may drop
at any time) and guest (pages of the guest's own memory that virglhost has touched; they are QEMU's, and become more the more of it the guest has used).
Exit status: 0 every round drew and the last tenth needs no more than the second tenth: descriptors and threads at most one more, own memory at most
5 % or 4 MiB; 1 otherwise; 2 wrong options. The slope is that of the straight line through own memory in the last 100 rounds. VIRGLHOST=PROGRAM tests that program.
TEXT
}

wrong() { FAIL_CODE=2 fail "$* (--help lists the options)"; }
out=$repository/artifacts/soak reloads=200 reboots=50 size=640x480 every=1000000 disk='' accel=${VIRGLHOST_ACCEL:-auto}
while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --reloads | --reboots | --out) [ $# -ge 2 ] || wrong "$1 needs a value" ;;
        *) wrong "unknown option '$1'" ;;
    esac
    case $1 in
        --reloads) reloads=$2 ;;
        --reboots) reboots=$2 ;;
        --out) out=$2 ;;
    esac
    shift 2
done
[[ $reloads =~ ^[0-9]{1,5}$ && $reboots =~ ^[0-9]{1,5}$ ]] || wrong "--reloads and --reboots want numbers"

# sample KIND NUMBER: a line of what virglhost holds now: descriptors, threads, and resident KiB: own, file, guest, and what of own is compiled code.
sample() {
    local memory
    memory=$(awk '
        /^[0-9a-f]+-[0-9a-f]+ / { name = $6 }
        /^Rss:/ && name ~ /^\/memfd:memory-backend/ { guest += $2 }
        /^Rss:/ && name ~ /^\/memfd:doublemapper/ { code += $2 }
        /^Rss:/ { all += $2 }
        /^Anonymous:/ && name ~ /^\// && name !~ /^\/memfd:/ { copied += $2 }
        /^Rss:/ && name ~ /^\// && name !~ /^\/(memfd:|dev\/)/ { file += $2 }
        END { printf "%d\t%d\t%d\t%d", all - guest - file + copied, file - copied, guest, code }' "/proc/$daemon/smaps")
    printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$(ls "/proc/$daemon/fd" | wc -l)" "$(awk '/^Threads/ { print $2 }' "/proc/$daemon/status")" "$memory" >> "$out/samples.tsv"
    [ $(($2 % 10)) = 0 ] || return 0
    say "$1 $2: $(tail -n 1 "$out/samples.tsv" | awk '{ printf "%s descriptors, %s threads, MiB: %.1f own, %.1f file, %.1f guest", $3, $4, $5 / 1024, $6 / 1024, $7 / 1024 }')"
}

draw() { in_guest 60 'kmscube -c 5 > /tmp/kmscube.log 2>&1; grep -q "renderer: .*virgl" /tmp/kmscube.log' || { keep_logs; fail "$1 $2: kmscube did not draw with virgl"; }; }

# verdict KIND ROUNDS: compares the last tenth of the rounds with the second, by the largest value of each.
verdict() {
    [ "$2" -ge 20 ] || { say "$1: fewer than 20 rounds say nothing about growth"; return 0; }
    awk -v kind="$1" -v rounds="$2" '
        function most(column, value) { if (value > column) return value; return column }
        $1 != kind { next }
        $2 > rounds / 10 && $2 <= rounds / 5 { f = most(f, $3); t = most(t, $4); m = most(m, $5) }
        $2 > rounds * 9 / 10 { lf = most(lf, $3); lt = most(lt, $4); lm = most(lm, $5) }
        $2 > rounds - 100 { n++; x += $2; y += $5; xx += $2 * $2; xy += $2 * $5 }
        END {
            flat = lf <= f + 1 && lt <= t + 1 && (lm <= m * 1.05 || lm <= m + 4096)
            printf "%s: %d rounds; descriptors %d, then %d; threads %d, then %d; own memory %.1f, then %.1f MiB, %+.1f KiB a round at the end: %s\n", \
                kind, rounds, f, lf, t, lt, m / 1024, lm / 1024, (n * xy - x * y) / (n * xx - x * x), flat ? "flat" : "GROWS"
            exit !flat
        }' "$out/samples.tsv"
}

require_packages "OpenGL on the host (EGL, Mesa's llvmpipe)" libegl1 libegl-mesa0 libgl1 libgl1-mesa-dri libgles2 libgbm1
require_qemu
find_virglhost
guest=$("$repository/samples/guest/build.sh" system)
start_daemon
: > "$out/samples.tsv"
boot_guest
for ((round = 1; round <= reloads; round++)); do
    in_guest 60 '/usr/bin/modprobe -r virtio_gpu && [ ! -e /dev/dri/card0 ] && /usr/bin/modprobe virtio_gpu && [ -e /dev/dri/card0 ]' || { keep_logs; fail "reload $round: the driver did not come back"; }
    draw reload $round
    sample reload $round
done
for ((round = 1; round <= reboots; round++)); do
    qmp '{"execute": "system_reset"}' > /dev/null
    await_guest > /dev/null
    draw reboot $round
    sample reboot $round
done
stop_guest
status=0
verdict reload "$reloads" || status=1
verdict reboot "$reboots" || status=1
grep -E ' (WRN|ERR|FTL) ' "$out/virglhost.log" && status=1
exit $status
