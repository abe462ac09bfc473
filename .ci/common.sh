# SPDX-FileCopyrightText: O-chain contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What ./run, ./test and .ci/run share. Sourced, with the checkout as the current folder.

export LC_ALL=C.UTF-8

say() { printf '\n== %s\n' "$*"; }

# The packages of the groups given, one a line.
packages_of() {
    local group
    for group in "$@"; do
        awk -v group="$group" '$1 == group { print $2 }' .ci/packages.txt
    done
}

# Installs what is missing of the package groups given; asks for nothing when all is there.
install_packages() {
    if ! command -v apt-get > /dev/null; then
        echo "This is not Debian: please see to it that the packages of .ci/packages.txt are there under your system's names." >&2
        return 0
    fi
    local package missing=()
    while read -r package; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || missing+=("$package")
    done < <(packages_of "$@")
    [ ${#missing[@]} -gt 0 ] || return 0

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo > /dev/null || { ! [ -t 0 ] && ! sudo -n true 2> /dev/null; }; then
            {
                echo "These packages are missing, and installing them needs root, which is not to be had here:"
                echo "  ${missing[*]}"
                echo "Install them with: apt-get install --no-install-recommends ${missing[*]}"
            } >&2
            return 1
        fi
        as_root=(sudo)
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q < /dev/null || return 1
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}" < /dev/null || return 1
}

# Configures and builds a preset; further words are targets.
build_preset() {
    local preset=$1
    shift
    local targets=()
    [ $# -eq 0 ] || targets=(--target "$@")
    cmake --preset "$preset" && cmake --build --preset "$preset" --parallel "$(nproc)" "${targets[@]}"
}

# Runs all tests of a preset that is built. One more at a time than there are cores: some wait.
test_preset() {
    ctest --preset "$1" --parallel "$(($(nproc) + 1))"
}
