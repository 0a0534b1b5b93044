#!/bin/sh
# Runs in the guest: Xorg on the modesetting driver, drawing by glamor, and OpenGL clients on it; ends when glmark2 has.
killall weston 2> /dev/null && sleep 3
mkdir -p /tmp/.X11-unix /var/log
Xorg :0 -noreset -nolisten tcp -logfile /tmp/xorg.log > /tmp/xorg.out 2>&1 &
for _ in $(seq 60); do [ -S /tmp/.X11-unix/X0 ] && break; sleep 1; done
[ -S /tmp/.X11-unix/X0 ] || { cat /tmp/xorg.out; exit 1; }
export DISPLAY=:0
xterm -geometry 70x16+40+420 -e sh -c 'uname -a; exec sh' > /tmp/xterm.log 2>&1 &
glxgears -geometry 400x400+560+60 > /tmp/glxgears.log 2>&1 &
sleep 5
sed -n 's/.*\(glamor X acceleration enabled on .*\)/Xorg: \1/p' /tmp/xorg.log
glmark2 -s 400x300 -b shadow:duration=30 2>&1
sed 's/^/glxgears: /' /tmp/glxgears.log
pidof Xorg > /dev/null                            # still there
