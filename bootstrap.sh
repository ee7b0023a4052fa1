#!/usr/bin/env bash
# Sets Potstill up on Debian 12 or 13 (x86-64) and runs it.
#   ./bootstrap.sh run      installs what is missing, builds, opens the studio on the demo project (without a display: a headless demo)
#   ./bootstrap.sh test     the same, then builds and runs all tests
#   ./bootstrap.sh bench    speed beside PyTorch eager and torch.compile
#   ./bootstrap.sh clean    removes what was built (--all: also LibTorch and the compiler cache)
# Options: --no-install (never calls apt-get), --help. What stands after -- goes to the program that is started.
# Every step can be interrupted and repeated; what is there is not fetched again, and then no network is needed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

cache=${XDG_CACHE_HOME:-$HOME/.cache}/potstill
torch_home=$cache/libtorch-2.11.0
started=$SECONDS
interrupted() { printf '\nbootstrap: interrupted; the same command goes on where it stopped\n' >&2; exit 130; }
trap interrupted INT TERM

die() { printf '\nbootstrap: %s\n' "$1" >&2; [ $# -lt 2 ] || printf '  remedy: %s\n' "$2" >&2; exit 1; }
usage() { sed -n '2,8s/^# \{0,1\}//p' "$0"; }
begin() { step_started=$SECONDS; printf '\n== %s\n' "$*"; }
end() { printf '   done in %d s (%d s since the start)\n' $((SECONDS - step_started)) $((SECONDS - started)); }

check_machine() {
  [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] ||
    die "this is $(uname -s) on $(uname -m); LibTorch is fetched for Linux on x86-64 alone" "elsewhere bring a LibTorch 2.x and build by hand, see CONTRIBUTING.md"
  # shellcheck source=/dev/null
  case $(. /etc/os-release && echo "${ID:-}-${VERSION_ID:-}") in
    debian-12|debian-13) ;;
    ubuntu-24.04) echo "Ubuntu 24.04 is untested; Debian 12 and 13 are tested." ;;
    *) echo "This system is untested; Debian 12 and 13 are tested." ;;
  esac
}

# need_disk FOLDER MEGABYTES WHAT
need_disk() {
  local folder=$1 free
  while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
  free=$(df -Pm "$folder" | awk 'NR == 2 {print $4}')
  [ "$free" -ge "$2" ] || die "$3 needs $2 MB in $(cd "$folder" && pwd), but $free MB are free" "make room there${4:+, or $4}"
}

# knows NAME: this system's package lists have it. (grep reads to the end: one that stops early can break the pipe, which pipefail takes for a no.)
knows() { apt-cache show "$1" 2>/dev/null | grep -x "Package: $1" >/dev/null; }

is_installed() { dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -x installed >/dev/null; }

# either NAME...: the name that is installed, else the first that this system's lists know (Debian and Ubuntu name parts of Qt differently)
either() {
  local name
  for name in "$@"; do if is_installed "$name"; then echo "$name"; return; fi; done
  for name in "$@"; do if knows "$name"; then echo "$name"; return; fi; done
  echo "$1"
}

# own NAME OTHER: NAME where this system has a package of that name, OTHER where that took it in
own() { if is_installed "$1" || knows "$1"; then echo "$1"; else echo "$2"; fi; }

# packages VERB: what building and running needs, from the distribution
packages() {
  echo cmake ninja-build g++ ccache mold pkg-config ca-certificates python3 python3-pip unzip \
    nlohmann-json3-dev libcli11-dev libfmt-dev libeigen3-dev libssl-dev libzip-dev libpng-dev libgif-dev libwebp-dev \
    libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev \
    qt6-base-dev "$(own libqt6opengl6-dev qt6-base-dev)" qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6sql6-sqlite libgl-dev libxkbcommon-dev \
    "$(either qt6-charts-dev libqt6charts6-dev)" "$(either qt6-svg-dev libqt6svg6-dev)" qt6-translations-l10n fonts-noto-core fonts-noto-cjk
  if [ "$1" = run ] && [ -n "${WAYLAND_DISPLAY:-}" ]; then echo qt6-wayland; fi
  if [ "$1" = bench ] && [ -z "${POTSTILL_PEER_PYTHON:-}" ]; then echo python3-venv; fi
  if [ "$1" = test ]; then
    # They read the exported pages, and the window as assistive technology does; without them those tests are skipped.
    echo "$(either chromium chromium-browser)" tidy xvfb dbus-daemon at-spi2-core python3-gi gir1.2-atspi-2.0
    # Formatting and what clang-tidy says are settled by version 14, which not every system has; where it is missing those tests are skipped.
    own clang-format-14 ca-certificates
    own clang-tidy-14 ca-certificates
  fi
}

missing_packages() {
  local name
  for name in $(packages "$1"); do is_installed "$name" || printf '%s ' "$name"; done
}

install_packages() {
  command -v dpkg-query >/dev/null || { begin "distribution packages: no dpkg here, bring what CONTRIBUTING.md lists yourself"; return; }
  local missing as_root=() log=$cache/apt.log
  missing=$(missing_packages "$1")
  [ -n "$missing" ] || { begin "distribution packages: all there"; return; }
  [ "$install" = yes ] || { begin "distribution packages: not installed, as asked: $missing"; return; }
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || die "packages are missing, and installing them needs root or sudo" "as root: apt-get install --no-install-recommends $missing"
    as_root=(sudo)
  fi
  need_disk /usr 3000 "installing packages"
  begin "distribution packages: installing $(wc -w <<<"$missing") and what they depend on (needs network)"
  "${as_root[@]}" apt-get update -qq -o APT::Update::Error-Mode=any >"$log" 2>&1 || { tail -3 "$log" >&2; die "the package lists could not be read" "check the network and run this again"; }
  missing=$(missing_packages "$1")  # the names were chosen from lists that may have been empty or old
  # shellcheck disable=SC2086
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=120 --no-install-recommends $missing >>"$log" 2>&1 ||
    { tail -5 "$log" >&2; die "apt-get could not install the packages" "read $log, mend what it says, and run this again"; }
  end
}

has_nvidia() { [ -e /proc/driver/nvidia/version ] || ldconfig -p 2>/dev/null | grep 'libcuda\.so\.1' >/dev/null; }

# download LIST FOLDER: the wheels of a list of pinned hashes, one by one, so that an interruption costs one wheel at most
download() {
  local line n tags=(--platform manylinux2014_x86_64)
  for n in 5 12 17 18 24 25 26 27 28; do tags+=(--platform "manylinux_2_${n}_x86_64"); done
  while read -r line; do
    case $line in ''|'#'*) continue ;; esac
    printf '   %s\n' "${line%% *}"
    printf '%s\n' "$line" >"$2/wanted.txt"
    python3 -m pip download -q --no-deps --require-hashes --only-binary=:all: --python-version 3.11 --implementation cp "${tags[@]}" -r "$2/wanted.txt" -d "$2" </dev/null >"$2/pip.log" 2>&1 ||
      { tail -3 "$2/pip.log" >&2; die "${line%% *} could not be fetched" "check the network and run this again; or set POTSTILL_LIBTORCH to the folder of a LibTorch 2.x"; }
  done <"$1"
}

# unpack KIND WHEELS TREE: headers, libraries and licences in the wheels' own layout: the libraries find each other by relative path
unpack() {
  local wheel leave=('torch/lib/libtorch_python*')
  [ "$1" = full ] || leave+=('torch/lib/libtorch_cuda*' 'torch/lib/libc10_cuda*' 'torch/lib/libtorch_nvshmem*' 'torch/lib/libcaffe2_nvrtc*')
  unzip -q -o "$2"/torch-*.whl 'torch/include/*' 'torch/lib/*' '*.dist-info/*' -x "${leave[@]}" -d "$3"
  for wheel in "$2"/nvidia_*.whl; do unzip -q -o "$wheel" 'nvidia/*/lib/*' '*.dist-info/*' -d "$3"; done
}

has_libtorch() { [ -e "$torch_home/torch/lib/libtorch_cpu.so" ] && { [ "$1" = lean ] || [ -e "$torch_home/torch/lib/libtorch_cuda.so" ]; }; }

# Nothing appears under its final name before it is whole.
fetch_libtorch() {
  if [ -n "${POTSTILL_LIBTORCH:-}" ]; then begin "LibTorch: yours in $POTSTILL_LIBTORCH"; return; fi
  local kind=lean room=2600 work=$cache/fetch
  if has_nvidia; then kind=full room=9500; fi
  if has_libtorch $kind; then begin "LibTorch 2.11.0: there"; return; fi
  need_disk "$cache" $room "LibTorch ($kind)" "set XDG_CACHE_HOME to a folder on a larger disk"
  begin "LibTorch 2.11.0 ($kind): fetching (needs network)"
  mkdir -p "$work/wheels"
  download cmake/libtorch-requirements.txt "$work/wheels"
  [ $kind = lean ] || download cmake/libtorch-cuda-requirements.txt "$work/wheels"
  end
  begin "LibTorch 2.11.0: unpacking $(du -shc "$work"/wheels/*.whl | awk 'END {print $1}') into $torch_home"
  rm -rf "$work/tree" "$work/old"
  unpack $kind "$work/wheels" "$work/tree"
  if [ -e "$torch_home" ]; then mv "$torch_home" "$work/old"; fi
  mv "$work/tree" "$torch_home"
  rm -rf "$work"
  end
}

# As many compilers as processors, but none without 2 GB of memory: a file that includes LibTorch takes 1.7 GB.
parallel_jobs() {
  local by_memory
  by_memory=$(awk '/^MemAvailable/ {print int($2 / 2000000)}' /proc/meminfo)
  echo $((by_memory < 1 ? 1 : by_memory < $(nproc) ? by_memory : $(nproc)))
}

# Shows ninja's counter: in place on a terminal, otherwise every tenth of the way.
progress() {
  local line count last=0 tenth
  while IFS= read -r line; do
    [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
    count=${BASH_REMATCH[1]}; tenth=$((10 * count / BASH_REMATCH[2]))
    if [ -t 1 ]; then printf '\r   %s of %s ' "$count" "${BASH_REMATCH[2]}"; elif [ $tenth -gt $last ]; then printf '   %s of %s\n' "$count" "${BASH_REMATCH[2]}"; fi
    last=$tenth
  done
  if [ -t 1 ]; then printf '\r'; fi
}

# build PRESET TARGET...
build() {
  local preset=$1 log=build/$1.log room=2500; shift
  if [ -e "build/$preset/build.ninja" ]; then room=500; fi
  need_disk . $room "building"
  mkdir -p build
  begin "configuring ($preset)"
  cmake --preset "$preset" ${POTSTILL_LIBTORCH:+-DPOTSTILL_LIBTORCH="$POTSTILL_LIBTORCH"} >"$log" 2>&1 || { tail -20 "$log" >&2; die "configuring failed" "read $log; without --no-install missing packages are installed"; }
  end
  begin "building ($preset): $* (everything that the compilers say is in $log)"
  CCACHE_DIR=${CCACHE_DIR:-$cache/ccache} cmake --build --preset "$preset" -j "$(parallel_jobs)" --target "$@" 2>&1 | tee -a "$log" | progress ||
    { grep -E ' error: |error:|^FAILED|undefined reference|No space left|Killed' -A4 "$log" | head -60 >&2; die "the build failed" "read $log"; }
  end
}

# A second bootstrap waits until the first has prepared the machine.
prepare() {
  check_machine
  mkdir -p "$cache"
  (trap 'exit 130' INT TERM; flock 9; install_packages "$verb"; fetch_libtorch) 9>"$cache/lock"
}

run() {
  prepare
  build release potstill potstill-cli
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    begin "opening the studio on the demo project"
    exec build/release/app/potstill --demo "$@"
  fi
  begin "no display here: the demo without a window"
  exec build/release/app/cli/potstill-cli demo --out "${POTSTILL_DEMO_OUT:-$PWD/build/demo}" "$@"
}

run_tests() {
  prepare
  build dev all
  begin "testing"
  # Each test may use two threads: on many cores all of them beside each other would want more than there are.
  exec env OMP_NUM_THREADS="${OMP_NUM_THREADS:-2}" ctest --preset dev -j "$(parallel_jobs)" "$@"
}

bench() {
  prepare
  build release potstill-cli
  begin "measuring potstill-cli, PyTorch eager and torch.compile in turn"
  exec tools/bench_peers.sh "$@"
}

clean() {
  rm -rf build
  [ "$all" = no ] || rm -rf "$cache"
}

verb=run install=yes all=no
while [ $# -gt 0 ]; do
  case $1 in
    run|test|bench|clean) verb=$1 ;;
    --no-install) install=no ;;
    --all) all=yes ;;
    -h|--help) usage; exit 0 ;;
    --) shift; break ;;
    *) usage >&2; die "'$1' is not a verb or option of this script" ;;
  esac
  shift
done

case $verb in
  run) run "$@" ;;
  test) run_tests "$@" ;;
  bench) bench "$@" ;;
  clean) clean ;;
esac
