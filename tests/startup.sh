#!/usr/bin/env bash
# How long virglhost takes from its start until somebody can connect: each door, the median of several starts.
# Usage: tests/startup.sh [--program FILE] [--runs N] [--limit MS]    exit 1 where a median is above the limit
# The clock runs from fork to the first connect() that succeeds, tried every half millisecond; each start is of its own, the files are in the page cache.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
. "$repository/samples/lib/common.sh"
runs=15 limit=0
while [ $# -gt 0 ]; do
    case $1 in
        --program) VIRGLHOST=$2 ;;
        --runs) runs=$2 ;;
        --limit) limit=$2 ;;
        *) FAIL_CODE=2 fail "unknown option '$1': --program FILE, --runs N, --limit MS" ;;
    esac
    shift 2
done
find_virglhost
exec python3 - "$VIRGLHOST" "$runs" "$limit" << 'PYTHON'
import os, signal, socket, statistics, subprocess, sys, tempfile, time

program, runs, limit = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
doors = {"vhost-user, 2D": [], "vhost-user, --virgl --png": ["--virgl", "--png", "{folder}/png"], "vtest": None}


def start(arguments, folder):
    path = os.path.join(folder, "socket")
    command = [program] + (["vtest"] if arguments is None else []) + ["--socket-path", path]
    command += [part.format(folder=folder) for part in arguments or []]
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while True:
        peer = socket.socket(socket.AF_UNIX)
        try:
            peer.connect(path)
            took = time.perf_counter() - begin
            break
        except OSError:
            if process.poll() is not None:
                sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{process.stderr.read().decode()}")
            time.sleep(0.0005)
        finally:
            peer.close()
    process.send_signal(signal.SIGTERM)
    process.stderr.read()
    process.wait()
    return took * 1000


late = []
for name, arguments in doors.items():
    with tempfile.TemporaryDirectory() as folder:
        start(arguments, folder)                                # brings the files into the page cache
        times = sorted(start(arguments, folder) for _ in range(runs))
    median = statistics.median(times)
    print(f"{name:26} median {median:6.1f} ms, {times[0]:.1f} to {times[-1]:.1f}, {runs} starts")
    if limit and median > limit:
        late.append(name)
sys.exit(f"above {limit} ms: {', '.join(late)}" if late else 0)
PYTHON
