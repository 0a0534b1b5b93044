#!/usr/bin/env bash
# Our front-end against virglhost and against QEMU's own vhost-user-gpu; tests/run.sh never does. What it wrote last is in docs/.
#   tests/conformance.sh rules [--only NAME]...    each rule of virtio-gpu and vhost-user, over split and packed rings and subsets of the features
#   tests/conformance.sh speed [--only NAME]...    wall and processor time of 2D commands, with a plain copy of the same bytes beside them
set -euo pipefail
cd "$(dirname "$0")/.."
. samples/lib/common.sh
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

require_dotnet
require_packages "QEMU's own vhost-user-gpu" qemu-system-gui
for project in src/VirglHost.Daemon tests/VirglHost.Conformance; do
    dotnet build "$project" -c Release -v q --nologo -clp:NoSummary > /dev/null || fail "the build of $project failed"
done
mkdir -p artifacts
exec tests/VirglHost.Conformance/bin/Release/net10.0/VirglHost.Conformance "${1:?rules or speed}" \
    --virglhost src/VirglHost.Daemon/bin/Release/net10.0/virglhost --out "artifacts/conformance-$1.md" "${@:2}"
