#!/usr/bin/env bash
# Publishes virglhost to artifacts/virglhost/virglhost (one file of machine code) when its sources are newer than the last one.
set -euo pipefail
cd "$(dirname "$0")/../.."
. samples/lib/common.sh

target=artifacts/virglhost/virglhost stamp=artifacts/virglhost.sources
# What decides the binary, build outputs left out.
inputs=(src Directory.Build.props Directory.Packages.props global.json)
[ ! -d shaders ] || inputs+=(shaders)
sources=$(find "${inputs[@]}" \( -name bin -o -name obj \) -prune -o -type f -print0 \
    | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
if [ -x $target ] && [ "$(cat $stamp 2> /dev/null)" = "$sources" ]; then exit 0; fi
require_dotnet
command -v gcc > /dev/null || require_packages "what links the published program" gcc libc6-dev
say "publishing virglhost to $target (a minute or two)"
rm -rf artifacts/virglhost
log=$(mktemp)
DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 \
    dotnet publish src/VirglHost.Daemon -c Release -o artifacts/virglhost -v q -clp:NoSummary > "$log" 2>&1 \
    || { cat "$log" >&2; fail "dotnet publish failed"; }
rm -f "$log"
echo "$sources" > $stamp
