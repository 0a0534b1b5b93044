#!/usr/bin/env bash
# Makes the Debian guest: a kernel and one uncompressed initramfs holding Mesa's drivers, kmscube, glmark2-es2-drm, glmark2-drm and busybox.
# Usage: samples/guest/build.sh system|backports     prints the folder that holds vmlinux and initrd.cpio
# Everything comes from Debian's packages through this machine's own apt sources; no root rights are needed once the tools are there.
# The result is kept in $VIRGLHOST_CACHE (default: .cache in the repository) and reused without network until this folder changes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../lib/common.sh"
. "$here/packages.sh"

mesa=${1:-system}
case $mesa in system | backports) ;; *) fail "the guest's Mesa is 'system' or 'backports', not '$mesa'" ;; esac
cache=${VIRGLHOST_CACHE:-$here/../../.cache}
mkdir -p "$cache"
cache=$(cd "$cache" && pwd)
recipe=$(cat "$here/build.sh" "$here/packages.sh" "$here/init" "$here/agent" "$here/glmark2" | sha256sum | cut -c1-12)
guest=$cache/guest-$mesa-$recipe
if [ -e "$guest/complete" ]; then echo "$guest"; exit 0; fi

PROGRAMS="usr/bin/kmscube usr/bin/glmark2-es2-drm usr/bin/glmark2-drm"
PACKAGES="linux-image-amd64 libgl1-mesa-dri libegl-mesa0 libgles2 libgbm1 kmscube glmark2-es2-drm glmark2-drm libgl1 kmod busybox-static"
MODULES="virtio_pci virtio_console virtio_gpu virtio_blk ext4 virtio_input evdev"

work=$(mktemp -d "$cache/build-XXXXXX")
trap 'rm -rf "$work"' EXIT
root=$work/root tree=$work/tree
exec 3>&1 1>&2                        # progress goes to stderr, the answer to stdout

copy_library() {
    local target=$tree/usr/lib/x86_64-linux-gnu/${1##*/}
    [ -e "$target" ] || cp -L "$1" "$target"
}

# Copies the shared libraries that each ELF file needs, as the guest's own loader resolves them.
copy_closure() {
    local file library path=$root/lib/x86_64-linux-gnu:$root/usr/lib/x86_64-linux-gnu
    for file in "$@"; do
        while read -r library; do copy_library "$library"; done < <(
            "$loader" --library-path "$path" --list "$file" | awk '$2 == "=>" && $3 ~ /^\// { print $3 }')
    done
}

first_of() { local file; for file in "$@"; do if [ -e "$file" ]; then echo "$file"; return 0; fi; done; return 1; }

copy_mesa() {
    local libraries=$root/usr/lib/x86_64-linux-gnu file opened=()
    mkdir -p "$tree/usr/lib/x86_64-linux-gnu/dri" "$tree/usr/lib/x86_64-linux-gnu/gbm" "$tree/usr/share/glvnd"
    # The drivers are hard links to one file (Mesa 22) or small stubs (Mesa 25): one copy, and links to it.
    cp "$libraries/dri/virtio_gpu_dri.so" "$tree/usr/lib/x86_64-linux-gnu/dri/"
    for file in kms_swrast_dri.so swrast_dri.so; do
        if cmp -s "$libraries/dri/$file" "$libraries/dri/virtio_gpu_dri.so"; then
            ln "$tree/usr/lib/x86_64-linux-gnu/dri/virtio_gpu_dri.so" "$tree/usr/lib/x86_64-linux-gnu/dri/$file"
        else
            cp -P "$libraries/dri/$file" "$tree/usr/lib/x86_64-linux-gnu/dri/"
        fi
    done
    opened+=("$libraries/dri/virtio_gpu_dri.so")
    for file in "$libraries"/dri/libdril_dri.so "$libraries"/gbm/*.so; do
        [ -e "$file" ] || continue
        cp -L "$file" "$tree/${file#"$root"/}"
        opened+=("$file")
    done
    for file in "$libraries"/libEGL_mesa.so.0 "$libraries"/libGLESv2.so.2 "$libraries"/libGL.so.1 "$libraries"/libOpenGL.so.0 "$libraries"/libGLESv1_CM.so.1; do
        [ -e "$file" ] || continue
        copy_library "$file"
        opened+=("$file")
    done
    copy_closure "${opened[@]}"
    cp -r "$root/usr/share/glvnd" "$root/usr/share/drirc.d" "$tree/usr/share/"
}

# unpack_kernel BZIMAGE VMLINUX: the ELF file inside, which QEMU starts directly (PVH): unpacking it in an emulated CPU costs 8 seconds.
unpack_kernel() {
    number() { od -An -t "u$2" -j "$1" -N "$2" "$image" | tr -d ' '; }
    local image=$1 start length
    start=$((($(number 497 1) + 1) * 512 + $(number 584 4)))     # Linux boot protocol: setup_sects, payload_offset
    length=$(($(number 588 4) - 4))                              # payload_length, less the size word at the end
    dd "if=$image" "of=$2.packed" bs=1M iflag=skip_bytes,count_bytes "skip=$start" "count=$length" status=none
    case $(od -An -t x1 -N 4 "$2.packed" | tr -d ' ') in
        fd377a58) xz -dc "$2.packed" > "$2" ;;
        28b52ffd) zstd -dc "$2.packed" > "$2" ;;
        1f8b*) gzip -dc "$2.packed" > "$2" ;;
        *) fail "the kernel in $image is packed in a way that this script does not know" ;;
    esac
    rm "$2.packed"
}

copy_kernel() {
    local version source module path
    version=$(ls "$root"/boot | sed -n 's/^vmlinuz-//p' | head -n 1)
    source=$(first_of "$root/usr/lib/modules/$version" "$root/lib/modules/$version")
    mkdir -p "$tree/usr/lib/modules/$version"
    depmod -b "${source%/lib/modules/*}" -F "$root/boot/System.map-$version" "$version"
    for module in $MODULES; do
        modprobe -d "${source%/lib/modules/*}" -S "$version" --show-depends "$module" | awk '$1 == "insmod" { print $2 }'
    done | sort -u | while read -r path; do
        case $path in
            *.xz) xz -dc "$path" > "$tree/usr/lib/modules/$version/$(basename "$path" .xz)" ;;
            *) cp "$path" "$tree/usr/lib/modules/$version/" ;;
        esac
    done
    cp "$source/modules.order" "$source/modules.builtin" "$tree/usr/lib/modules/$version/"
    depmod -b "$tree/usr" -F "$root/boot/System.map-$version" "$version" 2> /dev/null || depmod -b "$tree" "$version"
    unpack_kernel "$root/boot/vmlinuz-$version" "$work/vmlinux"
    echo "$version" > "$work/kernel-version"
}

assemble() {
    local program
    say "guest ($mesa): assembling the initramfs"
    loader=$(first_of "$root/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" "$root/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2")
    mkdir -p "$tree"/{dev,proc,sys,run,tmp,etc,root} "$tree"/usr/{bin,share,lib/x86_64-linux-gnu,lib64}
    ln -s usr/bin "$tree/bin"; ln -s usr/bin "$tree/sbin"; ln -s usr/lib "$tree/lib"; ln -s usr/lib64 "$tree/lib64"; ln -s bin "$tree/usr/sbin"
    cp -L "$loader" "$tree/usr/lib64/ld-linux-x86-64.so.2"
    cp "$(first_of "$root/usr/bin/busybox" "$root/bin/busybox")" "$tree/usr/bin/busybox"
    # busybox's modprobe ignores module options on the kernel command line, and its -r fails on dependencies that are still in use.
    cp -L "$(first_of "$root/usr/bin/kmod" "$root/bin/kmod")" "$tree/usr/bin/kmod"
    copy_closure "$tree/usr/bin/kmod"
    for program in modprobe rmmod insmod lsmod depmod; do ln -s kmod "$tree/usr/bin/$program"; done
    for program in $("$tree/usr/bin/busybox" --list); do [ -e "$tree/usr/bin/$program" ] || ln -s busybox "$tree/usr/bin/$program"; done
    for program in $PROGRAMS; do
        cp "$root/$program" "$tree/usr/bin/"
        copy_closure "$root/$program"
    done
    mkdir "$tree/usr/libexec"
    for program in glmark2-es2-drm glmark2-drm; do
        mv "$tree/usr/bin/$program" "$tree/usr/libexec/"
        install -m 755 "$here/glmark2" "$tree/usr/bin/$program"
    done
    copy_mesa
    cp -r "$root/usr/share/glmark2" "$root/usr/share/libdrm" "$tree/usr/share/"
    copy_kernel
    install -m 755 "$here/init" "$tree/init"
    install -m 755 "$here/agent" "$tree/usr/bin/agent"
    (cd "$tree" && find . | LC_ALL=C sort | cpio -o -H newc -R 0:0 --quiet) > "$work/initrd.cpio"
}

require_packages "building the guest: module dependencies, initramfs, the packed kernel" kmod cpio xz-utils zstd
download $PACKAGES
unpack
assemble
rm -rf "$root" "$tree" "$work/status" "$work/apt.log"
touch "$work/complete"
rm -rf "$guest"
mv "$work" "$guest"
find "$cache" -maxdepth 1 -name "guest-$mesa-*" ! -path "$guest" -exec rm -rf {} +
say "guest ($mesa): ready, $(du -sh "$guest" | cut -f1) in $guest"
echo "$guest" >&3
