#!/bin/sh
# Prints the path of a Chromium for the browser tests: $CHROMIUM, one that is installed, or one that apt installs now.
set -eu

if [ -n "${CHROMIUM:-}" ]; then
  [ -x "$CHROMIUM" ] || { echo "CHROMIUM=$CHROMIUM is not a program." >&2; exit 1; }
  echo "$CHROMIUM"
  exit
fi

find_one() {
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name"; then return 0; fi
  done
  return 1
}

if find_one; then exit; fi

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "No Chromium found; installing it with apt-get." >&2
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-liberation; } >&2
  if find_one; then exit; fi
fi

echo "The browser tests need Chromium. Install it (Debian: apt-get install chromium), or set CHROMIUM to the path of a Chrome or Chromium." >&2
exit 1
