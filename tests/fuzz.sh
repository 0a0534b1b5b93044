#!/usr/bin/env bash
# Damages the shaders of shaders/corpus a great many times and watches what the translator makes of it. tests/fuzz.sh --help lists the options;
# `tests/fuzz.sh --cases 1000000` is the run whose result docs/measurements.md records.
set -euo pipefail
cd "$(dirname "$0")/.."
. samples/lib/common.sh

CONFIGURATION=${CONFIGURATION:-Release}     # Debug also checks the language between after every pass, at a quarter of the speed
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

require_dotnet
dotnet build tests/VirglHost.Shaders.Fuzz -c "$CONFIGURATION" -v q --nologo -clp:NoSummary > /dev/null || fail "the build failed"
exec "tests/VirglHost.Shaders.Fuzz/bin/$CONFIGURATION/net10.0/VirglHost.Shaders.Fuzz" "$@"
