#!/usr/bin/env bash
# Becomes the QEMU process of a guest (exec), so that its process id is the virtual machine's.
# Usage: samples/guest/boot.sh --run DIR [--gpu GPU] [--guest DIR] [--channel socket|pipe] [--size WxH] [--heads N] [--accel tcg|kvm|auto]
#                              [--disk FILE] [--one-mode] [--append "KERNEL OPTIONS"] [-- MORE QEMU OPTIONS]
#   --run DIR      existing folder for this guest's files:
#                  console.log (kernel messages), agent (command channel, see guest/agent), qmp (QEMU's control channel);
#                  with --channel socket both are Unix sockets that QEMU listens on, with pipe they are FIFO pairs NAME.in and NAME.out
#   --gpu GPU      vhost-user:SOCKET (a virglhost listens there; the default is DIR/gpu.sock), virtio (QEMU's own 2D device) or none
#   --guest DIR    what guest/build.sh printed; default: the 'system' guest, built when missing
#   --disk FILE    what guest/disk.sh printed: the guest's system lives there; what it writes is forgotten at the end
#   --size WxH     the screen that the display side offers (default 640x480)
#   --heads N      screens that the device offers (default 1); QEMU names it video0, and its display side turns on all but the first
#   --one-mode     the guest offers that size only; glmark2 would take the largest of QEMU's list, 5120x2160 (see guest/init)
#   --accel        auto (the default) uses KVM where a trial boot of the guest's kernel works, software emulation otherwise
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../lib/common.sh"

run='' gpu='' guest='' channel=socket size=640x480 accel=${VIRGLHOST_ACCEL:-auto} append='' one_mode='' disk='' heads=1
while [ $# -gt 0 ]; do
    case $1 in
        --run) run=$2; shift 2 ;;
        --gpu) gpu=$2; shift 2 ;;
        --guest) guest=$2; shift 2 ;;
        --disk) disk=$2; shift 2 ;;
        --channel) channel=$2; shift 2 ;;
        --size) size=$2; shift 2 ;;
        --heads) heads=$2; shift 2 ;;
        --accel) accel=$2; shift 2 ;;
        --one-mode) one_mode=1; shift ;;
        --append) append=$2; shift 2 ;;
        --) shift; break ;;
        *) fail "boot.sh does not know '$1'" ;;
    esac
done
[ -d "$run" ] || fail "boot.sh needs --run DIR, an existing folder"
[ -n "$guest" ] || guest=$("$here/build.sh" system)
[ -n "$gpu" ] || gpu=vhost-user:$run/gpu.sock

# Boots the guest's kernel under KVM without a GPU and waits for its first message: some hosts offer /dev/kvm and then stop or crawl.
kvm_works() {
    local answer=$guest/kvm-$(cat /proc/sys/kernel/random/boot_id) log
    if [ -e "$answer" ]; then [ "$(cat "$answer")" = yes ]; return; fi
    [ -r /dev/kvm ] && [ -w /dev/kvm ] || return 1
    log=$(mktemp)
    { timeout -s KILL 10 qemu-system-x86_64 -nodefaults -no-user-config -machine q35 -accel kvm -cpu host -m 512M -display none -no-reboot \
        -serial "file:$log" -kernel "$guest/vmlinux" -append "console=ttyS0 panic=-1" < /dev/null; } > /dev/null 2>&1 || true
    # Without an initramfs a working guest panics over its missing root file system, and reboots at once: QEMU ends by itself.
    if grep -q 'Unable to mount root' "$log"; then echo yes; else echo no; fi > "$answer"
    rm -f "$log"
    [ "$(cat "$answer")" = yes ]
}

case $accel in
    auto) if kvm_works; then accel=kvm; else accel=tcg; fi ;;
    kvm | tcg) ;;
    *) fail "--accel is tcg, kvm or auto, not '$accel'" ;;
esac
case $accel in
    kvm) machine=(-accel kvm -cpu host) ;;
    tcg) machine=(-accel tcg,thread=multi,tb-size=512 -cpu max,vendor=GenuineIntel,family=6,model=60,stepping=3) ;;   # LLVM takes the CPU that plain "max" names for a 32-bit one
esac
echo "$accel" > "$run/accel"

width=${size%x*} height=${size#*x}
case $gpu in
    vhost-user:*) display=(-chardev "socket,id=gpu,path=${gpu#vhost-user:}" -device "vhost-user-gpu-pci,id=video0,max_outputs=$heads,chardev=gpu,xres=$width,yres=$height") ;;
    virtio) display=(-device "virtio-gpu-pci,id=video0,max_outputs=$heads,xres=$width,yres=$height") ;;
    none) display=() ;;
    *) fail "--gpu is vhost-user:SOCKET, virtio or none, not '$gpu'" ;;
esac

storage=()
if [ -n "$disk" ]; then
    [ -r "$disk" ] || fail "there is no disk $disk"
    storage=(-drive "file=$disk,format=raw,if=none,id=disk,snapshot=on,discard=unmap" -device virtio-blk-pci,drive=disk)
    append="disk $append"
fi

case $channel in
    socket) channels=(-chardev "socket,id=agent,path=$run/agent,server=on,wait=off" -chardev "socket,id=qmp,path=$run/qmp,server=on,wait=off") ;;
    pipe)
        for name in agent qmp; do
            rm -f "$run/$name.in" "$run/$name.out"
            mkfifo "$run/$name.in" "$run/$name.out"
        done
        channels=(-chardev "pipe,id=agent,path=$run/agent" -chardev "pipe,id=qmp,path=$run/qmp") ;;
    *) fail "--channel is socket or pipe, not '$channel'" ;;
esac

exec qemu-system-x86_64 -nodefaults -no-user-config -display none "${machine[@]}" -smp 2 -m 1536M \
    -object memory-backend-memfd,id=memory,size=1536M,share=on -machine q35,memory-backend=memory,hpet=off,vmport=off \
    -kernel "$guest/vmlinux" -initrd "$guest/initrd.cpio" \
    -append "console=tty0 console=ttyS0 panic=1 mitigations=off nokaslr nowatchdog tsc=reliable random.trust_cpu=on ${one_mode:+screen=$size drm.edid_firmware=screen.bin }$append" \
    -chardev "file,id=console,path=$run/console.log,append=on" -serial chardev:console \
    "${channels[@]}" -device virtio-serial-pci -device virtserialport,chardev=agent,nr=1,name=agent -mon chardev=qmp,mode=control "${storage[@]}" "${display[@]}" "$@"
