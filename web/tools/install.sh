# Sourced by web/build, web/serve and tests/run: installs what is missing, and is over at once when nothing is.
#
# What is there is known by the command or file it gives, not by the package, so tools from elsewhere count too.

install_for_build() {
  want cmake cmake
  want c++ g++
  want make make
  want emcc emscripten
  want wasm2js binaryen # and wasm-opt, wasm-split
  want node nodejs
  want npm npm
  want_on_debian /etc/ssl/certs/ca-certificates.crt ca-certificates
  install_wanted
  # Emscripten's optimiser is a node program that looks for acorn where Debian's own node would find it.
  export NODE_PATH="${NODE_PATH:-/usr/share/nodejs}"
  install_npm_packages
}

install_for_tests() {
  want_header gtest/gtest.h libgtest-dev
  want_header gmock/gmock.h libgmock-dev
  want_header nlohmann/json.hpp nlohmann-json3-dev
  want gcovr gcovr
  clang_tool clang-format >/dev/null || wanted+=("clang-format-$clang_version")
  clang_tool clang-tidy >/dev/null || wanted+=("clang-tidy-$clang_version")
  want chromium-headless-shell chromium-headless-shell
  want named bind9
  want dnsdist dnsdist
  want openssl openssl
  want nginx nginx-light
  want_on_debian /usr/lib/nginx/modules/ngx_http_brotli_static_module.so libnginx-mod-http-brotli-static
  want git git
  want_on_debian /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc fonts-noto-cjk
  install_for_build
}

install_for_engines() { # the browsers besides Chromium
  want firefox-esr firefox-esr
  want WebKitWebDriver webkit2gtk-driver
  want Xvfb xvfb
  want scrot scrot
  install_for_tests
}

install_for_fuzzing() {
  want_fuzzer
  want_header gtest/gtest.h libgtest-dev
  want_header gmock/gmock.h libgmock-dev
  install_for_build
}

install_for_all() { # the second compiler of the Release builds, and the fuzzers'
  want clang++ clang
  want_fuzzer
  install_for_engines
}

# The version of the clang tools is part of their verdict; this one is in Debian 12 and in Debian 13.
clang_version=19

clang_tool() { # clang_tool <name>: prints the command that has our version, with or without it in its name
  command -v "$1-$clang_version" && return
  "$1" --version 2>/dev/null | grep -q "version $clang_version\." && command -v "$1"
}

wanted=()

want() { # want <command> <Debian package>
  PATH="$PATH:/usr/sbin" command -v "$1" >/dev/null || wanted+=("$2")
}

want_header() { # want_header <path below an include folder> <Debian package>
  local prefix
  for prefix in /usr /usr/local /opt/homebrew; do [ ! -e "$prefix/include/$1" ] || return 0; done
  wanted+=("$2")
}

want_fuzzer() { # clang++ of our version, with the libraries of its sanitizers and of libFuzzer
  local compiler
  if compiler=$(clang_tool clang++) &&
    echo 'extern "C" int LLVMFuzzerTestOneInput(const char*, unsigned long) { return 0; }' |
      "$compiler" -x c++ -fsanitize=fuzzer,address - -o /dev/null 2>/dev/null; then
    return
  fi
  wanted+=("clang-$clang_version" "libclang-rt-$clang_version-dev")
}

want_on_debian() { # want_on_debian <file> <Debian package>: other systems have it elsewhere, or in another way
  [ -e "$1" ] || ! command -v apt-get >/dev/null || wanted+=("$2")
}

install_wanted() {
  [ ${#wanted[@]} -eq 0 ] && return
  command -v apt-get >/dev/null || explain_other_systems
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || give_up "Missing: ${wanted[*]}. Installing them needs root: become root or install sudo, or run
  apt-get install --no-install-recommends ${wanted[*]}"
    root=(sudo)
  fi
  echo "Installing what is missing: ${wanted[*]}"
  keep_services_off "${root[@]}"
  # The list of packages is refreshed only here, so that a machine without a network can still build.
  "${root[@]}" apt-get -qq update || echo "The package list could not be refreshed; trying with the one that is there." >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${wanted[@]}" >/dev/null ||
    give_up "apt-get could not install: ${wanted[*]}. Its messages stand above."
  services_allowed_again "${root[@]}"
  wanted=()
}

# Debian starts a server when it installs one. The tests start their own on free ports and want no other: not now
# (policy-rc.d is Debian's switch for that), and not after the next boot.
keep_services_off() {
  policy=/usr/sbin/policy-rc.d
  [ -e $policy ] && policy= && return
  printf '#!/bin/sh\nexit 101\n' | "$@" tee $policy >/dev/null
  "$@" chmod +x $policy
  trap "services_allowed_again $*" EXIT
}

services_allowed_again() {
  [ -n "$policy" ] || return 0
  "$@" rm -f "$policy"
  policy=
  trap - EXIT
  [ -d /run/systemd/system ] || return 0
  case " ${wanted[*]} " in *" bind9 "*) "$@" systemctl -q disable named || true ;; esac
  case " ${wanted[*]} " in *" dnsdist "*) "$@" systemctl -q disable dnsdist || true ;; esac
  case " ${wanted[*]} " in *" nginx-light "*) "$@" systemctl -q disable nginx || true ;; esac
}

install_npm_packages() {
  # npm ci takes seconds and a network even when nothing changed; the copy of the lockfile tells what it last installed.
  cmp -s web/package-lock.json web/node_modules/.installed-lock && return
  echo "Installing the packages of web/package-lock.json"
  # No package here needs its install script, so none may run.
  (cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null) ||
    give_up "npm could not install the packages of web/package-lock.json. Its messages stand above."
  cp web/package-lock.json web/node_modules/.installed-lock
}

explain_other_systems() {
  give_up "Missing: ${wanted[*]}. This script installs with apt-get (Debian, Ubuntu) only. Elsewhere, install them by hand
and run it again:
  macOS:   brew install cmake emscripten binaryen node
           tests also: brew install googletest nlohmann-json gcovr llvm@$clang_version bind dnsdist openssl nginx && brew install --cask chromium
           (all three browser engines: only on Debian; here it is ./tests/run quick, and node tests/browser/run.mjs)
  Fedora:  dnf install cmake gcc-c++ make emscripten binaryen nodejs npm
           tests also: dnf install json-devel gtest-devel gmock-devel gcovr clang-tools-extra chromium firefox webkit2gtk4.1 xorg-x11-server-Xvfb scrot bind dnsdist openssl nginx google-noto-sans-cjk-fonts
  Arch:    pacman -S cmake gcc make emscripten binaryen nodejs npm
           tests also: pacman -S nlohmann-json gtest gcovr clang chromium firefox webkit2gtk-4.1 xorg-server-xvfb scrot bind dnsdist openssl nginx noto-fonts-cjk"
}

give_up() {
  echo "$1" >&2
  exit 1
}
