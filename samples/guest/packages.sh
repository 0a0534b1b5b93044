# Shared by build.sh and disk.sh: fetches Debian packages with all that they depend on, and unpacks them. Source it after common.sh.
# Needs: mesa (system or backports), and work, a folder of this run.

# patiently FOLDER WHAT COMMAND...: runs it, and says every 10 s how much there is of WHAT in FOLDER.
patiently() {
    local folder=$1 what=$2 next=$((SECONDS + 10)) job
    shift 2
    "$@" &
    job=$!
    while kill -0 $job 2> /dev/null; do
        sleep 0.2
        [ $SECONDS -lt $next ] || { next=$((SECONDS + 10)); say "  ... $(du -sh "$folder" 2> /dev/null | cut -f1) $what"; }
    done
    wait $job
}

# download PACKAGE...: into $work/debs. An empty package status makes apt resolve the whole closure, whatever this machine has installed.
download() {
    local target=()
    if [ "$mesa" = backports ]; then require_backports; target=(-t bookworm-backports); fi
    mkdir -p "$work/debs/partial"
    : > "$work/status"
    get=(apt-get -o "Dir::State::status=$work/status" -o "Dir::Cache::archives=$work/debs" -o Debug::NoLocking=1 -o APT::Sandbox::User=root
        install -y -qq --download-only --no-install-recommends "${target[@]}" "$@")
    say "guest ($mesa): downloading $* and what they depend on"
    if [ -n "${APT_REFRESHED:-}" ] || ! patiently "$work/debs" "of packages" fetch; then
        apt_refresh
        patiently "$work/debs" "of packages" fetch || { cat "$work/apt.log" >&2; fail "apt-get could not download the guest's packages"; }
    fi
}

fetch() { "${get[@]}" > "$work/apt.log" 2>&1; }

# unpack: the packages of $work/debs into $root, without documentation.
unpack() {
    say "guest ($mesa): unpacking $(ls "$work/debs" | grep -c 'deb$') packages"
    mkdir -p "$root"
    patiently "$root" "unpacked" unpack_all
    rm -rf "$work/debs"
}

unpack_all() {
    local deb
    for deb in "$work"/debs/*.deb; do
        dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$root" --keep-directory-symlink --no-same-owner \
            --exclude='./usr/share/doc*' --exclude='./usr/share/man*' --exclude='./usr/share/locale*' --exclude='./usr/share/iso-codes*' --exclude='./usr/share/i18n*'
    done
}
