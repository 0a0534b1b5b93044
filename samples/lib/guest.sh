# Shared by the scripts that draw in a QEMU guest: virglhost, the guest on it, and commands for it. Source it after common.sh.
# Needs: repository, out (folder for pictures and logs), guest (what samples/guest/build.sh printed), disk (what disk.sh printed, or nothing),
# size (WxH), every (one PNG in so many frames), accel (auto, kvm or tcg), VIRGLHOST (the program, see find_virglhost), and perhaps
# machine, an array of further QEMU options, and record, the file of a recording.

run='' daemon='' qemu='' machine=()
stop() {
    [ -z "$qemu" ] || { kill "$qemu" && wait "$qemu"; } 2> /dev/null || true
    [ -z "$daemon" ] || { kill "$daemon" && wait "$daemon"; } 2> /dev/null || true
    [ -z "$run" ] || rm -rf "$run"
}
trap stop EXIT
trap 'exit 1' INT TERM

start_daemon() {
    mkdir -p "$out" || fail "cannot create the folder $out"
    out=$(cd "$out" && pwd)
    rm -rf "$out"/frame-*.png "$out"/latest.png "$out"/*.log "$out"/guest-output.txt
    run=$(mktemp -d /tmp/virglhost-XXXXXX)
    say "starting virglhost (log: $out/virglhost.log)"
    "$VIRGLHOST" --socket-path "$run/gpu.sock" --virgl --png "$out" --png-every "$every" ${record:+--record "$record"} > "$out/virglhost.log" 2>&1 < /dev/null &
    daemon=$!
    local _
    for _ in $(seq 300); do
        [ -S "$run/gpu.sock" ] && return 0
        kill -0 "$daemon" 2> /dev/null || { cat "$out/virglhost.log" >&2; fail "virglhost ended at once"; }
        sleep 0.1
    done
    fail "virglhost does not listen after 30 s"
}

boot_guest() {
    "$repository/samples/guest/boot.sh" --run "$run" --guest "$guest" --channel pipe --size "$size" --accel "$accel" --one-mode \
        ${disk:+--disk "$disk"} --append drm_kms_helper.fbdev_emulation=0 -- "${machine[@]}" > "$out/qemu.log" 2>&1 < /dev/null &
    qemu=$!
    until [ -p "$run/qmp.out" ]; do alive; sleep 0.1; done                # the last of the four that boot.sh makes
    exec 3<> "$run/agent.in" 4<> "$run/agent.out" 5<> "$run/qmp.in" 6<> "$run/qmp.out"
    qmp '{"execute": "qmp_capabilities"}' > /dev/null
    say "booting the guest ($(cat "$run/accel" 2> /dev/null || echo "$accel") acceleration; kernel messages: $out/console.log)"
    await_guest
}

# Waits for the guest's word that it has booted; again after each reset.
await_guest() {
    local begin=$SECONDS again=''
    line=''
    until [[ $line == @@ready* ]]; do
        if ! hear; then
            alive
            # QUIRK: Linux 6.12 on an emulated CPU under load loses a timer in one boot of eight or so, and stands still: it gets another try.
            if [ -z "$again" ] && grep -qs "kthread timer wakeup didn't happen" "$run/console.log"; then
                say "the guest's kernel lost a timer while booting: resetting the machine"
                qmp '{"execute": "system_reset"}' > /dev/null
                again=yes begin=$SECONDS
            fi
            say "  ... $((SECONDS - begin)) s: $(tail -n 1 "$run/console.log" 2> /dev/null | tr -d '\r' | cut -c1-100)"
        fi
        [ $((SECONDS - begin)) -lt 300 ] || { keep_logs; fail "the guest did not boot within 300 s, see $out/console.log"; }
    done
    say "the guest is up after $((SECONDS - begin)) s: kernel ${line#@@ready }"
}

# qmp REQUEST: the answer of QEMU's control channel; its greeting and its events are passed over.
qmp() {
    local answer
    printf '%s\n' "$1" >&5
    while IFS= read -r -t 30 answer <&6; do
        case $answer in
            '{"return"'*) echo "$answer"; return 0 ;;
            '{"error"'*) fail "QEMU refused $1: $answer" ;;
        esac
    done
    alive
    fail "QEMU did not answer $1"
}

# hear: the guest's next line into $line, waiting at most 5 seconds. A line that the wait cuts in two is put together again.
line='' heard=''
hear() {
    local part=''
    if IFS= read -r -t 5 part <&4; then line=$heard$part heard=''; return 0; fi
    heard+=$part
    return 1
}

keep_logs() { cp "$run/console.log" "$out/console.log" 2> /dev/null || true; }
alive() {
    kill -0 "$qemu" 2> /dev/null || { keep_logs; cat "$out/qemu.log" >&2; fail "QEMU ended, see $out/qemu.log and $out/console.log"; }
    kill -0 "$daemon" 2> /dev/null || { keep_logs; tail -n 20 "$out/virglhost.log" >&2; fail "virglhost ended, see $out/virglhost.log"; }
}

# in_guest SECONDS COMMAND: runs it there, prints what it prints; the status is the command's.
in_guest() {
    local begin=$SECONDS blank='' call=${EPOCHREALTIME//[^0-9]/}     # a number no other call has, in subshells too
    printf '%s\n' "$call $1 $2" >&3
    while :; do
        if ! hear; then
            alive
            [ $((SECONDS - begin)) -lt $(($1 + 60)) ] || { keep_logs; fail "the guest no longer answers, see $out/console.log"; }
            continue
        fi
        case $line in
            "@@end $call "*) return "${line##* }" ;;
            '') [ -z "$blank" ] || echo; blank=yes ;;                  # the last one is the agent's
            *) [ -z "$blank" ] || echo; blank=''; printf '%s\n' "$line" ;;
        esac
    done
}

# Ends the guest and then, in an orderly way, the daemon, so that the last frame is on the disk.
stop_guest() {
    local _
    in_guest 10 'poweroff -f' > /dev/null 2>&1 &
    for _ in $(seq 50); do kill -0 "$qemu" 2> /dev/null || break; sleep 0.1; done
    keep_logs
    kill "$daemon" 2> /dev/null || true
    wait "$daemon" 2> /dev/null || true
    daemon=''
}

# is_blank PNG: all its pixels have one colour.
is_blank() {
    local status=0
    "$VIRGLHOST" compare --blank "$1" > /dev/null || status=$?
    [ $status -le 1 ] || fail "the picture $1 cannot be looked at"
    return $status
}
