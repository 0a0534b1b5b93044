#!/usr/bin/env bash
# Makes the .tgsi files of this folder out of its GLSL: Mesa's virpipe compiles, virglhost's vtest door keeps what arrives.
# Wants samples/CornellBox built (dotnet build samples/CornellBox). VIRGLHOST=PROGRAM takes that virglhost instead of the published one.
set -euo pipefail
repository=$(cd "$(dirname "$0")/../.." && pwd)
. "$repository/samples/lib/common.sh"
. "$repository/samples/lib/clients.sh"

box=$repository/samples/CornellBox/bin/${CONFIGURATION:-Debug}/net10.0/CornellBox
[ -x "$box" ] || fail "please build it first: dotnet build samples/CornellBox"
into=${1:-$repository/shaders/cornell}
begin_clients
find_virglhost

# keep FILE PATTERN...: the one dumped text of the scene that has every PATTERN.
keep() {
    local file=$1 text pattern found=()
    shift
    for text in "$work/$scene"/*.tgsi; do
        for pattern in "$@"; do grep -q "$pattern" "$text" || continue 2; done
        found+=("$text")
    done
    [ ${#found[@]} = 1 ] || fail "${#found[@]} shaders of $scene look like $file"
    cp "${found[0]}" "$into/$file"
}

# Its door may offer less than the 4.5 that VirglHost.OpenGL insists on; these shaders need 3.3.
export MESA_GL_VERSION_OVERRIDE=4.5 MESA_GLSL_VERSION_OVERRIDE=450
for scene in raytraced pathtraced; do
    start_door "$scene" env -u MESA_GL_VERSION_OVERRIDE -u MESA_GLSL_VERSION_OVERRIDE "$VIRGLHOST" vtest --dump-shaders "$work/$scene"
    through "$scene" "$box" --glsl --scene "$scene" --size 16 --samples 1 --out "$work/$scene.png" > "$work/$scene.out"
    keep "$scene.frag.tgsi" '^FRAG' 'CONST\[1\]'
done
keep screen.vert.tgsi '^VERT'
keep screen.frag.tgsi '^FRAG' '^DCL SAMP'
say "wrote $(cd "$into" && wc -l *.tgsi | awk 'NF == 2 && $2 != "total" { printf "%s%s (%d lines)", s, $2, $1; s = ", " }')"
