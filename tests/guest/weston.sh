#!/bin/sh
# Runs in the guest: a weston desktop with OpenGL clients on it; ends when glmark2 has. Weston's own messages stay in /tmp/weston.log.
export XDG_RUNTIME_DIR=/run/user LIBSEAT_BACKEND=seatd
mkdir -p -m 700 $XDG_RUNTIME_DIR
pidof systemd-udevd > /dev/null || { /usr/lib/systemd/systemd-udevd --daemon; udevadm trigger --action=add; udevadm settle --timeout=30; } > /dev/null 2>&1
tty=
case $(weston --version) in
    "weston 10."*) tty=--tty=1 ;;                 # finds its terminal without libseat
    *) seatd > /tmp/seatd.log 2>&1 & ;;
esac
weston --backend=drm-backend.so $tty --continue-without-input --idle-time=0 --log=/tmp/weston.log > /tmp/weston.out 2>&1 &
for _ in $(seq 60); do
    export WAYLAND_DISPLAY=$(cd $XDG_RUNTIME_DIR && ls | grep -x 'wayland-[0-9]' | head -n 1)
    [ -z "$WAYLAND_DISPLAY" ] || break
    sleep 1
done
[ -n "$WAYLAND_DISPLAY" ] || { cat /tmp/weston.log /tmp/weston.out; exit 1; }
sed -n 's/.*\(GL renderer: .*\)/weston: \1/p; s/.*\(GL version: .*Mesa.*\)/weston: \1/p' /tmp/weston.log
sleep 12                                          # for the background and the panel
weston-terminal --shell=/bin/sh > /tmp/terminal.log 2>&1 &
weston-simple-egl > /tmp/simple-egl.log 2>&1 &
sleep 8                                           # the last window is the uppermost
glmark2-es2-wayland -s 400x300 -b jellyfish:duration=30 2>&1
sed 's/^/simple-egl: /' /tmp/simple-egl.log
ps | grep -q '[w]eston-desktop-shell'             # still there
