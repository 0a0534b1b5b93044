#!/usr/bin/env bash
# Measures parts of the program; tests/run.sh never does. What it wrote last is in docs/measurements.md and docs/performance.md.
#   tests/benchmarks.sh steps     time and allocated memory of parse, lower, passes and emit on three shaders (BenchmarkDotNet)
#   tests/benchmarks.sh growth    every shape of shader from 10 to 100,000 instructions: artifacts/growth.dat and docs/images/translate-growth.png
#   tests/benchmarks.sh stream     decoding and running a stream of draws, for each draw, with GL made free (BenchmarkDotNet)
#   tests/benchmarks.sh transfers  buffers and textures to the host and back (BenchmarkDotNet)
set -euo pipefail
cd "$(dirname "$0")/.."
. samples/lib/common.sh

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

plot() {
    require_packages "the plot of the translator's growth" gnuplot-nox
    gnuplot <<'PLOT'
set terminal pngcairo size 1500,640 font "sans,11"
set output "docs/images/translate-growth.png"
set multiplot layout 1,2
set logscale xy
set grid
set key left top
set rmargin 4
set linetype 9 lc rgb "gray40"
set xlabel "instructions"
shapes = system("grep -v '^#' artifacts/growth.dat | awk 'NF { if ($1 != last) printf \"%s \", $1; last = $1 }'")
set title "Parse and translate: processor time"
set ylabel "microseconds"
set yrange [10:3e6]
plot for [i=1:words(shapes)] "artifacts/growth.dat" index i-1 using 2:($5+$6) with linespoints lt i pt 7 ps 0.7 title word(shapes, i), \
    x * 3 with lines dt 2 lc "black" title "3 us an instruction"
set title "Parse and translate: allocated memory"
set ylabel "bytes"
set yrange [1e4:1e9]
plot for [i=1:words(shapes)] "artifacts/growth.dat" index i-1 using 2:($7+$8) with linespoints lt i pt 7 ps 0.7 title word(shapes, i), \
    x * 3000 with lines dt 2 lc "black" title "3,000 bytes an instruction"
PLOT
}

# build ROOM: the program of that room's benchmarks.
build() {
    require_dotnet
    dotnet build "tests/VirglHost.$1.Benchmarks" -c Release -v q --nologo -clp:NoSummary > /dev/null || fail "the build failed"
    PROGRAM=tests/VirglHost.$1.Benchmarks/bin/Release/net10.0/VirglHost.$1.Benchmarks
}

case ${1:-} in
    steps) build Shaders; exec "$PROGRAM" steps ;;
    growth)
        build Shaders
        mkdir -p artifacts docs/images
        # Young memory large enough that the collector copies nothing half-way: what grows is then the translator's own work.
        DOTNET_GCgen0size=0x20000000 "$PROGRAM" growth artifacts/growth.dat
        plot
        ;;
    stream) build Rendering; GALLIUM_NOOP=1 LIBGL_ALWAYS_SOFTWARE=1 exec "$PROGRAM" stream ;;
    transfers) build Rendering; LIBGL_ALWAYS_SOFTWARE=1 exec "$PROGRAM" transfers ;;
    *) FAIL_CODE=64 fail "usage: tests/benchmarks.sh steps | growth | stream | transfers" ;;
esac
