#!/usr/bin/env bash
# Makes a disk with more programs for the guest: an ext4 image of Debian packages, of all that they depend on, and of what the small guest has.
# Usage: samples/guest/disk.sh system|backports "PACKAGE..."     prints the path of the image, for boot.sh --disk
# The packages are unpacked, not installed: their scripts do not run and no service starts. No root rights are needed once the tools are there.
# The result is kept beside the small guest, one for each list of packages, and reused without network until disk.sh or packages.sh changes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../lib/common.sh"
. "$here/packages.sh"

mesa=${1:-}
case $mesa in system | backports) ;; *) fail "the guest's Mesa is 'system' or 'backports', not '$mesa'" ;; esac
[[ ${2:-} =~ ^[a-z0-9.+:\ -]+$ ]] || fail "the guest's packages are names of Debian packages with spaces between them, not '${2:-}'"
packages=$(tr ' ' '\n' <<< "$2" | grep . | LC_ALL=C sort -u | tr '\n' ' ')
cache=${VIRGLHOST_CACHE:-$here/../../.cache}
mkdir -p "$cache"
cache=$(cd "$cache" && pwd)
short() { sha256sum | cut -c1-8; }
recipe=$(cat "$here/disk.sh" "$here/packages.sh" | short)
disk=$cache/disk-$mesa-$recipe-$(short <<< "$packages").img
if [ -e "$disk" ]; then echo "$disk"; exit 0; fi

PACKAGES="libgl1-mesa-dri libegl-mesa0 libgles2 libgbm1 libgl1 kmscube glmark2-es2-drm glmark2-drm kmod busybox-static"

work=$(mktemp -d "$cache/build-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
root=$work/root
exec 3>&1 1>&2                        # progress goes to stderr, the answer to stdout

# One folder for programs and one for libraries, whatever path a package names.
make_folders() {
    local name
    mkdir -p "$root"/{dev,proc,sys,run,tmp,etc,root,var} "$root"/usr/{bin,lib,lib64}
    for name in bin lib lib64; do ln -s "usr/$name" "$root/$name"; done
    ln -s usr/bin "$root/sbin"
    ln -s bin "$root/usr/sbin"
    ln -s /run "$root/var/run"
}

# What packages' scripts would have done, as far as a guest without services needs it.
complete() {
    local program
    printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/bin/false\n' > "$root/etc/passwd"
    printf '%s\n' root:x:0: nogroup:x:65534: tty:x:5: disk:x:6: kmem:x:15: dialout:x:20: cdrom:x:24: tape:x:26: audio:x:29: video:x:44: input:x:101: \
        sgx:x:102: kvm:x:103: render:x:104: lp:x:7: > "$root/etc/group"
    for program in $("$root/usr/bin/busybox" --list); do [ -e "$root/usr/bin/$program" ] || ln -s busybox "$root/usr/bin/$program"; done
    if compgen -G "$root/usr/share/glib-2.0/schemas/*.xml" > /dev/null; then
        require_packages "settings of the guest's Gtk programs" libglib2.0-bin
        glib-compile-schemas "$root/usr/share/glib-2.0/schemas" || fail "the settings of the guest's Gtk programs do not compile"
    fi
}

make_image() {
    local files kilobytes
    files=$(find "$root" | wc -l)
    kilobytes=$(du -sk "$root" | cut -f1)
    say "guest ($mesa): writing a disk of $((kilobytes / 1024)) MiB, $files files"
    # Half as much again and 256 MiB for what the guest writes, which never reaches the file; the image has holes where nothing is.
    patiently "$work/disk.img" "written" mke2fs -q -t ext4 -O ^has_journal -m 0 -N $((files + 20000)) -d "$root" "$work/disk.img" "$((kilobytes * 3 / 2 + 262144))k"
}

require_packages "making the guest's disk" e2fsprogs
make_folders
# shellcheck disable=SC2086
download $PACKAGES $packages
unpack
complete
make_image
mv "$work/disk.img" "$disk"
find "$cache" -maxdepth 1 -name "disk-$mesa-*" ! -name "disk-$mesa-$recipe-*" -exec rm -f {} +
say "guest ($mesa): the disk is ready, $(du -sh "$disk" | cut -f1) in $disk"
echo "$disk" >&3
