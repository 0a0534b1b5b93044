#!/usr/bin/env bash
# Compiles the GLSL of shaders/corpus/mesa to TGSI: Mesa's virgl driver (virpipe) runs every program against our own vtest server, which keeps what arrives.
# Usage: shaders/corpus/compile.sh [NAME...]      only these programs
# Afterwards: UPDATE_GOLDEN=1 on VirglHost.Shaders.Tests, and read the diff.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

work=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2> /dev/null || true
    rm -rf "$work"
}
trap finish EXIT

if [ -z "${NO_BUILD:-}" ]; then
    dotnet build src/VirglHost.Daemon -v q -clp:NoSummary
    dotnet build tests/VirglHost.Corpus.Testing -v q -clp:NoSummary
fi
gcc -shared -fPIC -o "$work/connect.so" shaders/corpus/connect.c -ldl
results=${RESULTS:-$work/results}
mkdir -p "$work/dump" "$results"
src/VirglHost.Daemon/bin/Debug/net10.0/virglhost vtest --socket-path "$work/socket" --dump-shaders "$work/dump" > "$work/log" 2>&1 &
server=$!
for _ in $(seq 100); do [ -S "$work/socket" ] && break; sleep 0.1; done

status=0
# The override gives the whole language even where the server's caps are short of a version.
env LD_PRELOAD="$work/connect.so" VTEST_SOCKET_NAME="$work/socket" GALLIUM_DRIVER=virpipe LIBGL_ALWAYS_SOFTWARE=1 MESA_SHADER_CACHE_DISABLE=true \
    MESA_GL_VERSION_OVERRIDE=4.5 MESA_GLSL_VERSION_OVERRIDE=450 MESA_EXTENSION_OVERRIDE="+GL_ARB_shader_draw_parameters +GL_ARB_shader_viewport_layer_array +GL_ARB_shader_group_vote +GL_ARB_shader_clock +GL_ARB_shader_atomic_counter_ops" \
    tests/VirglHost.Corpus.Testing/bin/Debug/net10.0/corpus-player shaders/corpus/mesa "$results" --dump "$work/dump" "$@" || status=$?
grep -E ' (WRN|ERR) ' "$work/log" || true
exit $status
