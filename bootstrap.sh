#!/usr/bin/env bash
# Sets Potstill up on Debian 12 or 13 (x86-64) and runs it.
#   ./bootstrap.sh run      installs what is missing, builds, opens the studio on the demo project (without a display: a headless demo)
#   ./bootstrap.sh test     the same, then builds and runs all tests
#   ./bootstrap.sh bench    speed beside PyTorch eager and torch.compile
#   ./bootstrap.sh clean    removes what was built (--all: LibTorch too)
# Options: --no-install (never calls apt-get), --help. Every step can be interrupted and repeated; what is there is not fetched again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

cache=${XDG_CACHE_HOME:-$HOME/.cache}/potstill
torch_home=$cache/libtorch-2.11.0
install=yes
started=$SECONDS

say() { printf '\n== %s  [%d s]\n' "$*" $((SECONDS - started)); }
die() { printf '\nbootstrap: %s\n' "$1" >&2; [ $# -lt 2 ] || printf '  remedy: %s\n' "$2" >&2; exit 1; }
usage() { sed -n '2,7s/^# \{0,1\}//p' "$0"; }

check_machine() {
  [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || die "this is $(uname -s) on $(uname -m); LibTorch is fetched for Linux on x86-64 alone" "build by hand with -DPOTSTILL_LIBTORCH=FOLDER, see CONTRIBUTING.md"
  # shellcheck source=/dev/null
  . /etc/os-release
  case "${ID:-}-${VERSION_ID:-}" in
    debian-12|debian-13) ;;
    ubuntu-24.04) echo "Ubuntu 24.04 is untested; Debian 12 and 13 are tested." ;;
    *) echo "${PRETTY_NAME:-This system} is untested; Debian 12 and 13 are tested." ;;
  esac
}

# need_disk FOLDER MEGABYTES WHAT
need_disk() {
  local folder=$1 free
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  free=$(df -Pm "$folder" | awk 'NR == 2 {print $4}')
  [ "$free" -ge "$2" ] || die "$3 needs $2 MB in $folder, but $free MB are free" "make room, or set XDG_CACHE_HOME to a larger disk"
}

# either NAME...: the first of the names that this system knows (Qt packages are named differently in Debian 12 and 13)
either() {
  local name
  for name in "$@"; do
    if apt-cache show "$name" 2>/dev/null | grep -q "^Package: $name\$"; then echo "$name"; return; fi
  done
  echo "$1"
}

packages() {
  echo cmake ninja-build g++ ccache pkg-config python3 python3-pip unzip ca-certificates git \
    nlohmann-json3-dev libcli11-dev libfmt-dev libeigen3-dev libssl-dev libzip-dev libpng-dev libgif-dev libwebp-dev \
    libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev \
    qt6-base-dev libqt6opengl6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6sql6-sqlite libgl-dev libxkbcommon-dev \
    fonts-noto-core fonts-noto-cjk \
    "$(either qt6-charts-dev libqt6charts6-dev)" "$(either qt6-svg-dev libqt6svg6-dev)"
}

missing_packages() {
  local name
  for name in $1; do
    dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || printf '%s ' "$name"
  done
}

install_packages() {
  command -v dpkg-query >/dev/null || { echo "No dpkg here: bring the libraries of CONTRIBUTING.md yourself."; return; }
  local wanted missing
  wanted=$(packages)
  missing=$(missing_packages "$wanted")
  [ -n "$missing" ] || { say "distribution packages: all there"; return; }
  [ "$install" = yes ] || die "these packages are missing: $missing" "apt-get install --no-install-recommends $missing"
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || die "installing packages needs root, and there is no sudo" "as root: apt-get install --no-install-recommends $missing"
    as_root=(sudo)
  fi
  need_disk /usr 3000 "installing packages"
  say "distribution packages: installing $(wc -w <<<"$missing")"
  "${as_root[@]}" apt-get update -qq || die "the package lists could not be read" "check the network and run this again"
  # The names were chosen from lists that may have been empty or old: choose again.
  wanted=$(packages)
  missing=$(missing_packages "$wanted")
  # shellcheck disable=SC2086
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >"${TMPDIR:-/tmp}/potstill-apt.log" 2>&1 ||
    { tail -5 "${TMPDIR:-/tmp}/potstill-apt.log" >&2; die "apt-get could not install the packages" "read ${TMPDIR:-/tmp}/potstill-apt.log, mend what it says, and run this again"; }
}

has_nvidia() { [ -e /proc/driver/nvidia/version ]; }

fetch_libtorch() {
  if [ -n "${POTSTILL_LIBTORCH:-}" ]; then say "LibTorch: yours in $POTSTILL_LIBTORCH"; return; fi
  local kind=lean; has_nvidia && kind=full
  if [ -e "$torch_home/torch/lib/libtorch_cpu.so" ] && { [ $kind = lean ] || [ -e "$torch_home/torch/lib/libtorch_cuda.so" ]; }; then say "LibTorch 2.11.0: there"; return; fi
  need_disk "$cache" $([ $kind = full ] && echo 12000 || echo 3000) "LibTorch"
  say "LibTorch 2.11.0 ($kind): fetching"
  local work=$cache/fetch.$$ wheel tags=()
  mkdir -p "$cache"; rm -rf "$cache"/fetch.*
  mkdir -p "$work/wheels" "$work/tree"
  for n in 17 18 24 25 26 27 28; do tags+=(--platform "manylinux_2_${n}_x86_64"); done
  python3 -m pip download -q --no-deps --require-hashes --only-binary=:all: --python-version 3.11 --implementation cp --platform manylinux2014_x86_64 "${tags[@]}" \
    -r cmake/libtorch-requirements.txt -d "$work/wheels" || die "LibTorch could not be fetched" "check the network and run this again; or set POTSTILL_LIBTORCH to the folder of a LibTorch 2.x"
  if [ $kind = full ]; then
    python3 -m pip download -q --only-binary=:all: --python-version 3.11 --implementation cp --platform manylinux2014_x86_64 "${tags[@]}" "torch==2.11.0" -d "$work/wheels" || die "the CUDA libraries could not be fetched" "check the network and run this again"
  fi
  say "LibTorch 2.11.0: unpacking"
  for wheel in "$work"/wheels/torch-*.whl; do
    local leave=(); [ $kind = lean ] && leave=('torch/lib/libtorch_cuda*' 'torch/lib/libc10_cuda*' 'torch/lib/libtorch_nvshmem*' 'torch/lib/libcaffe2_nvrtc*')
    unzip -q -o "$wheel" 'torch/include/*' 'torch/lib/*' 'torch-*.dist-info/licenses/*' -x 'torch/lib/libtorch_python*' "${leave[@]}" -d "$work/tree"
  done
  for wheel in "$work"/wheels/nvidia_*.whl; do unzip -q -o "$wheel" 'nvidia/*' -d "$work/tree"; done
  rm -rf "$torch_home"; mv "$work/tree" "$torch_home"; rm -rf "$work"
}

# build PRESET TARGET...
build() {
  local preset=$1; shift
  need_disk . 2500 "building"
  say "configuring ($preset)"
  cmake --preset "$preset" ${POTSTILL_LIBTORCH:+-DPOTSTILL_LIBTORCH="$POTSTILL_LIBTORCH"} >"build-$preset.log" 2>&1 || { tail -20 "build-$preset.log" >&2; die "configuring failed" "read build-$preset.log"; }
  say "building ($preset): $*"
  CCACHE_DIR=${CCACHE_DIR:-$cache/ccache} cmake --build --preset "$preset" --target "$@" >>"build-$preset.log" 2>&1 || { grep -E 'error|FAILED' -A6 "build-$preset.log" | head -60 >&2; die "the build failed" "read build-$preset.log"; }
}

prepare() { check_machine; install_packages; fetch_libtorch; }

verb=run
for argument in "$@"; do
  case $argument in
    run|test|bench|clean) verb=$argument ;;
    --no-install) install=no ;;
    --all) all=yes ;;
    -h|--help) usage; exit 0 ;;
    *) usage >&2; die "'$argument' is not a verb or option of this script" ;;
  esac
done

case $verb in
  run)
    prepare
    build release potstill potstill-cli
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
      say "opening the studio"
      exec build/release/app/potstill --demo
    fi
    say "no display: running the demo headless"
    exec build/release/app/cli/potstill-cli demo --out "${POTSTILL_DEMO_OUT:-$PWD/build/demo}" ;;
  test)
    prepare
    build dev all
    say "testing"
    ctest --preset dev ;;
  bench)
    prepare
    build release potstill-cli
    exec tools/bench_peers.sh ;;
  clean)
    rm -rf build build-*.log
    [ "${all:-no}" = no ] || rm -rf "$cache"
    say "clean" ;;
esac
