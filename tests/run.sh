#!/usr/bin/env bash
# Installs what the tests need, builds everything with warnings as errors, runs every test project and ends with "N passed, N failed".
# Usage: tests/run.sh [NAME...]    only the test projects whose name contains one of the NAMEs, such as Shaders or EndToEnd; piglit is the last of them
# With CI=true a skipped test counts as failed.
set -euo pipefail
cd "$(dirname "$0")/.."
. samples/lib/common.sh

CONFIGURATION=Debug            # keeps the owner-thread assertions alive
RESULTS=$PWD/artifacts/test-results
PROJECT_LIMIT=1200             # seconds for one test project; a hang is a failure
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

is_wanted() {
    local name
    [ $# = 1 ] && return 0
    for name in "${@:2}"; do [[ $1 == *"$name"* ]] && return 0; done
    return 1
}

install_tools() {
    require_dotnet
    if is_wanted VirglHost.Inspection.Tests "$@"; then require_packages "a browser that shows a recording's page" chromium; fi
    require_packages "OpenGL on the host (EGL, Mesa's llvmpipe)" libegl1 libegl-mesa0 libgl1 libgl1-mesa-dri libgles2 libgbm1
    require_packages "the tests of wire structures and generated bindings" gcc libc6-dev linux-libc-dev khronos-api
    require_qemu
    require_qemu_dbus
    require_packages "a message bus for the display of QEMU that changes its size" dbus-daemon dbus-bin
    require_packages "piglit's tests" piglit waffle-utils python3
    require_packages "the window, and a desktop without a monitor to see it on" libglfw3 libx11-6 xvfb python3
    require_packages "Mesa clients for the vtest door, and its reference server" virgl-server xvfb xauth mesa-utils glmark2-x11 glmark2-es2-x11
}

# attribute NAME FILE: the sum of that number over all <assembly> elements of an xunit result file.
attribute() { grep -o '<assembly [^>]*>' "$2" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'; }

passed=0 failed=0 skipped=0
run_project() {
    local name=$1 xml=$RESULTS/$1.xml log=$RESULTS/$1.log status=0 begin=$SECONDS p f s
    local binary=tests/$name/bin/$CONFIGURATION/net10.0/$name
    rm -f "$xml"
    timeout -k 10 "$PROJECT_LIMIT" "$binary" -xml "$xml" > "$log" 2>&1 < /dev/null || status=$?
    if [ ! -s "$xml" ]; then
        tail -n 40 "$log"
        say "$name: no result file, exit code $status (124 = ran past $PROJECT_LIMIT s)"
        failed=$((failed + 1))
        return
    fi
    p=$(attribute passed "$xml") f=$(($(attribute failed "$xml") + $(attribute errors "$xml"))) s=$(attribute skipped "$xml")
    if [ $status != 0 ] && [ "$f" = 0 ] && [ "$p" != 0 ]; then f=1; fi
    [ "$f" = 0 ] || grep -v '^ *$' "$log" | tail -n 120
    [ "$s" = 0 ] || grep -F '[SKIP]' "$log" || true
    say "$name: $p passed, $f failed, $s skipped in $((SECONDS - begin)) s"
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

# The quick profile of piglit counts as a project: its tests that are no worse than expected passed.
run_piglit() {
    local log=$RESULTS/piglit.log begin=$SECONDS status=0 all worse
    say "piglit, quick profile"
    timeout -k 10 "$PROJECT_LIMIT" tests/piglit.sh --profile quick --out "$RESULTS/piglit" > "$log" 2>&1 < /dev/null || status=$?
    all=$(sed -n 's/^\([0-9]*\) tests: .*/\1/p' "$log" | awk '{ sum += $1 } END { print sum + 0 }')
    worse=$(sed -n 's/^\([0-9]*\) worse than expected.*/\1/p' "$log" | awk '{ sum += $1 } END { print sum + 0 }')
    if [ $status != 0 ] && [ "$worse" = 0 ]; then worse=1 all=$((all + 1)); fi
    [ $status = 0 ] || tail -n 60 "$log"
    say "piglit: $((all - worse)) passed, $worse failed in $((SECONDS - begin)) s"
    passed=$((passed + all - worse)) failed=$((failed + worse))
}

main() {
    local project name
    install_tools "$@"
    mkdir -p "$RESULTS"
    say "building (warnings are errors)"
    # One compiler process for the twenty projects: on two cores half a minute instead of three.
    dotnet build VirglHost.sln -c $CONFIGURATION -warnaserror -v q -clp:NoSummary -p:UseSharedCompilation=true || fail "the build failed"
    dotnet build-server shutdown --vbcscompiler > /dev/null 2>&1 || true
    if is_wanted VirglHost.EndToEnd.Tests "$@" || is_wanted piglit "$@"; then samples/lib/publish.sh; fi
    if is_wanted VirglHost.EndToEnd.Tests "$@"; then
        samples/guest/build.sh system > /dev/null
    fi
    for project in tests/VirglHost.*.Tests; do
        name=${project##*/}
        if is_wanted "$name" "$@"; then run_project "$name"; fi
    done
    if is_wanted piglit "$@"; then run_piglit; fi
    if [ "${CI:-}" = true ] && [ $skipped != 0 ]; then
        say "$skipped tests were skipped; with CI=true that is a failure"
        failed=$((failed + skipped))
    fi
    say "took $SECONDS s"
    echo "$passed passed, $failed failed"
    [ $failed = 0 ]
}
main "$@"
