# Shared by samples/qemu-guest.sh and tests/run.sh: messages, and installing Debian packages with a reason for each.
# Source it; it defines functions only. Needs bash 5.

say()  { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit "${FAIL_CODE:-1}"; }

# as_root COMMAND...: runs it as root, or says how to get there.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo > /dev/null; then sudo "$@"
    else fail "this needs root and there is no sudo: $*"
    fi
}

is_debian() { [ -r /etc/debian_version ] && command -v apt-get > /dev/null && command -v dpkg-query > /dev/null; }

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]; }

# apt reads its package lists at most once a run.
apt_refresh() {
    [ -n "${APT_REFRESHED:-}" ] && return 0
    as_root apt-get update -qq || fail "apt-get update failed: no network, or a broken source in /etc/apt"
    APT_REFRESHED=1
}

# require_packages REASON PACKAGE...: installs those that are missing, and says which and why. Offline when none is missing.
require_packages() {
    local reason=$1 package missing=()
    shift
    is_debian || fail "only Debian and its kin are supported here; please install: $* ($reason)"
    for package in "$@"; do is_installed "$package" || missing+=("$package"); done
    [ ${#missing[@]} = 0 ] && return 0
    say "installing ${missing[*]}: $reason"
    apt_refresh
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
        > /dev/null || fail "apt-get could not install: ${missing[*]}"
}

# Makes bookworm-backports known to apt, from the mirror that the machine already uses for bookworm.
require_backports() {
    local list=/etc/apt/sources.list.d/virglhost-backports.list uri
    if [ -e "$list" ] || grep -rqs bookworm-backports /etc/apt/sources.list /etc/apt/sources.list.d; then return 0; fi
    [ "$(. /etc/os-release && echo "${VERSION_CODENAME:-}")" = bookworm ] || return 0   # later releases need no backport
    uri=$(awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/debian.sources 2> /dev/null || true)
    [ -n "$uri" ] || uri=$(awk '$1 == "deb" && $0 ~ /bookworm main/ { for (i = 2; i <= NF; i++) if ($i ~ /:\/\//) { print $i; exit } }' \
        /etc/apt/sources.list 2> /dev/null || true)
    [ -n "$uri" ] || fail "no Debian mirror found in /etc/apt to derive bookworm-backports from"
    say "adding bookworm-backports to apt ($list): Debian 12's own QEMU refuses vhost-user-gpu without KVM"
    echo "deb $uri bookworm-backports main" | as_root tee "$list" > /dev/null
    unset APT_REFRESHED
}

# QEMU 8 or later: 7.2 refuses every vhost-user-gpu device without KVM.
require_qemu() {
    local major target=()
    major=$(qemu-system-x86_64 --version 2> /dev/null | sed -n '1s/.*version \([0-9]*\).*/\1/p')
    [ "${major:-0}" -ge 8 ] && return 0
    is_debian || fail "please install QEMU 8 or later (qemu-system-x86_64)"
    require_backports
    if [ "$(. /etc/os-release && echo "${VERSION_CODENAME:-}")" = bookworm ]; then target=(-t bookworm-backports); fi
    apt_refresh
    say "installing qemu-system-x86 (from backports where the release's own is too old): the virtual machine"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${target[@]}" qemu-system-x86 > /dev/null \
        || fail "apt-get could not install QEMU"
}

# The part of QEMU that shows a guest over D-Bus, by which tests change the size of its window; of the version that is installed.
require_qemu_dbus() {
    [ -e /usr/lib/x86_64-linux-gnu/qemu/ui-dbus.so ] && return 0
    local target=()
    if [ "$(. /etc/os-release && echo "${VERSION_CODENAME:-}")" = bookworm ]; then target=(-t bookworm-backports); fi
    apt_refresh
    say "installing qemu-system-modules-opengl: QEMU's display over D-Bus"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${target[@]}" qemu-system-modules-opengl > /dev/null \
        || fail "apt-get could not install qemu-system-modules-opengl"
}

require_dotnet() {
    command -v dotnet > /dev/null || fail "the .NET 10 SDK is not on PATH; please install it (no Debian 12 package has it)"
    local version
    version=$(dotnet --version 2> /dev/null) || fail "dotnet --version failed: global.json asks for .NET SDK 10.0.100 or later"
    [ "${version%%.*}" -ge 10 ] || fail "the .NET SDK here is $version; 10 or later is needed"
}

# Sets VIRGLHOST, the program to test: as the caller has it, or the published one, built where its sources are newer. Needs repository.
find_virglhost() {
    if [ -n "${VIRGLHOST:-}" ]; then [ -x "$VIRGLHOST" ] || fail "VIRGLHOST=$VIRGLHOST is no program"; return 0; fi
    "$repository/samples/lib/publish.sh"
    VIRGLHOST=$repository/artifacts/virglhost/virglhost
}
