#!/usr/bin/env bash
# Makes a Debian package of virglhost: the program, what libvirt and systemd read, and the manual page.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../../.." && pwd)
. "$repository/samples/lib/common.sh"

usage() {
    cat << TEXT
Usage: src/VirglHost.Daemon/Packaging/deb.sh [--program FILE] [--out DIR]
Writes virglhost_VERSION_amd64.deb.

  --program FILE   pack this published program  (default: publish it first, to artifacts/virglhost)
  --out DIR        where the package goes       (default: artifacts)
TEXT
}

program='' out=$repository/artifacts
while [ $# -gt 0 ]; do
    case $1 in
        --help | -h) usage; exit 0 ;;
        --program | --out)
            [ $# -ge 2 ] || { FAIL_CODE=2 fail "$1 needs a value"; }
            if [ "$1" = --out ]; then out=$2; else program=$2; fi
            shift ;;
        *) FAIL_CODE=2 fail "unknown option '$1' (--help lists them)" ;;
    esac
    shift
done
if [ -z "$program" ]; then
    "$repository/samples/lib/publish.sh"
    program=$repository/artifacts/virglhost/virglhost
fi
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$repository/Directory.Build.props")
[ -n "$version" ] || fail "Directory.Build.props names no version"
command -v dpkg-deb > /dev/null || fail "dpkg-deb is missing: this makes Debian packages on Debian"

root=$(mktemp -d)
chmod 755 "$root"
trap 'rm -rf "$root"' EXIT
install -D -m 755 "$program" "$root/usr/bin/virglhost"
install -D -m 644 "$here/50-virglhost.json" "$root/usr/share/qemu/vhost-user/50-virglhost.json"
for unit in virglhost.service virglhost.socket; do
    install -D -m 644 "$here/$unit" "$root/usr/lib/systemd/system/$unit"
    install -D -m 644 "$here/$unit" "$root/usr/lib/systemd/user/$unit"
done
mkdir -p "$root/usr/share/man/man1" "$root/usr/share/doc/virglhost" "$root/DEBIAN"
gzip -9 -n < "$here/virglhost.1" > "$root/usr/share/man/man1/virglhost.1.gz"
install -m 644 "$repository/README.md" "$repository/docs/watching.md" "$root/usr/share/doc/virglhost/"
cat > "$root/DEBIAN/control" << TEXT
Package: virglhost
Version: $version
Architecture: amd64
Maintainer: VirglHost <virglhost@localhost>
Section: misc
Priority: optional
Installed-Size: $(du -ks "$root/usr" | cut -f1)
Depends: libc6 (>= 2.31), libgcc-s1, libstdc++6
Recommends: libegl1, libgl1-mesa-dri, libgles2
Suggests: libglfw3, qemu-system-x86 (>= 1:8.0), libvirt-daemon
Description: OpenGL for QEMU guests
 A vhost-user-gpu back-end with VirGL that draws on this host's OpenGL, on the
 CPU where there is no GPU. Writes the guest's screen to PNG, shows it in a
 window or on QEMU's own display, and serves Mesa's virpipe without a guest.
TEXT
mkdir -p "$out"
package=$out/virglhost_${version}_amd64.deb
dpkg-deb --root-owner-group -Zxz -z1 --build "$root" "$package" > /dev/null
say "$package, $(du -k "$package" | cut -f1) KiB"
