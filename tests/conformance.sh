#!/usr/bin/env bash
# Our front-end against virglhost and against QEMU's own vhost-user-gpu; tests/run.sh never does. What it wrote last is in docs/.
#   tests/conformance.sh rules [--subsets] [--only NAME]...    each rule of virtio-gpu and vhost-user, over split and packed rings; --subsets: instead,
#                                                              with every subset of the features, virglhost alone
#   tests/conformance.sh speed [--only NAME]...                wall and processor time of 2D commands, with a plain copy of the same bytes beside them
#   tests/conformance.sh contexts [--contexts N]               draws of one and of several contexts of a guest; GALLIUM_NOOP=1 before it makes the GL driver free
# The published virglhost is tested, or VIRGLHOST=PROGRAM.
set -euo pipefail
cd "$(dirname "$0")/.."
. samples/lib/common.sh
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

require_dotnet
require_packages "QEMU's own vhost-user-gpu" qemu-system-gui
repository=$PWD
find_virglhost
dotnet build tests/VirglHost.Conformance -c Release -v q --nologo -clp:NoSummary > /dev/null || fail "the build of tests/VirglHost.Conformance failed"
mkdir -p artifacts
exec tests/VirglHost.Conformance/bin/Release/net10.0/VirglHost.Conformance "${1:?rules, speed or contexts}" \
    --virglhost "$VIRGLHOST" --out "artifacts/conformance-$1.md" "${@:2}"
