# Shared by the scripts that run Mesa clients through the vtest door: a place to work in, an X server, doors, and what a client needs to find its door.
# Source it after common.sh; call begin_clients first. Everything started here ends with the script. Needs VIRGLHOST: the program, or a published one.

begin_clients() {
    work=$(mktemp -d /tmp/virglhost-clients-XXXXXX) started=()
    trap end_clients EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    require_packages "a program between clients and the door" gcc libc6-dev
    gcc -shared -fPIC -O1 -o "$work/redirect.so" "$repository/samples/lib/redirect.c" -ldl
}

end_clients() {
    local pid
    for pid in "${started[@]}"; do kill "$pid" 2> /dev/null || true; done
    for pid in "${started[@]}"; do wait "$pid" 2> /dev/null || true; done
    rm -rf "$work"
}

# start_x WIDTHxHEIGHT [OPTION...]: an X server without a screen, kept through its last client leaving; sets DISPLAY.
start_x() {
    require_packages "an X server without a screen" xvfb
    Xvfb -displayfd 3 -screen 0 "${1}x24" -noreset -nolisten tcp "${@:2}" 3> "$work/display" > "$work/xvfb.log" 2>&1 < /dev/null &
    started+=($!)
    until [ -s "$work/display" ]; do kill -0 "${started[-1]}" 2> /dev/null || fail "Xvfb ended: $(cat "$work/xvfb.log")"; sleep 0.1; done
    DISPLAY=:$(tr -d '\n' < "$work/display")
    export DISPLAY
}

# start_door NAME COMMAND...: a vtest server; its socket is $work/NAME.sock, its log $work/NAME.log, its process $door.
start_door() {
    local name=$1 _
    shift
    env -u GALLIUM_DRIVER LIBGL_ALWAYS_SOFTWARE=1 "$@" "--socket-path=$work/$name.sock" > "$work/$name.log" 2>&1 < /dev/null &
    door=$!
    started+=($door)
    for _ in $(seq 300); do
        [ -S "$work/$name.sock" ] && return 0
        kill -0 $door 2> /dev/null || { cat "$work/$name.log" >&2; fail "$1 ended at once"; }
        sleep 0.1
    done
    fail "$1 does not listen after 30 s"
}

# through NAME COMMAND...: runs a client whose OpenGL goes through that door; "host" is this machine's own OpenGL.
through() {
    local name=$1
    shift
    if [ "$name" = host ]; then LIBGL_ALWAYS_SOFTWARE=1 "$@"
    else LIBGL_ALWAYS_SOFTWARE=1 GALLIUM_DRIVER=virpipe VTEST_SOCKET_NAME=$work/$name.sock LD_PRELOAD=${preload:-$work/redirect.so} "$@"
    fi
}
