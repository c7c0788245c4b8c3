#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh TEST.py PROGRAM…: runs an end-to-end test in an X server, a session bus and a home of its
# own, so that tests neither meet each other nor the user's desktop. TALKS_TEST_SCREEN is the size of the screen.

set -eu

home=$(mktemp -d /tmp/talks-e2e.XXXXXX)
server=
clean_up ()
{
  [ -z "$server" ] || kill "$server" 2>/dev/null || :
  rm -rf "$home"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM
mkdir -p "$home/config" "$home/data" "$home/cache" "$home/state"
mkdir -m 700 "$home/run"

# Root reads everything, and a test wants to see what happens when a file may not be read.
drop=
if [ "$(id -u)" -eq 0 ] && setpriv --bounding-set=-dac_override,-dac_read_search true 2>/dev/null; then
  drop='setpriv --bounding-set=-dac_override,-dac_read_search'
fi

# Another python3 on the path may lack the introspection modules that Debian's has.
python=python3
[ ! -x /usr/bin/python3 ] || python=/usr/bin/python3

# The server itself chooses a free number; xvfb-run looks for one, and two at once find the same. It keeps what it was
# told when its last client leaves, setxkbmap's map of keys for one.
Xvfb -displayfd 3 -screen 0 "${TALKS_TEST_SCREEN:-1600x1000}x24" -nolisten tcp -noreset 3>"$home/display" 2>"$home/server" &
server=$!
tries=0
while [ ! -s "$home/display" ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 200 ] || ! kill -0 "$server" 2>/dev/null; then
    cat "$home/server" >&2
    exit 1
  fi
  sleep 0.05
done

unset WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS GTK_A11Y GTK_THEME \
  NO_AT_BRIDGE LANGUAGE
export DISPLAY=":$(cat "$home/display")" HOME="$home" XDG_CONFIG_HOME="$home/config" \
  XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache" XDG_STATE_HOME="$home/state" \
  XDG_RUNTIME_DIR="$home/run"
# Letters of other alphabets have keys of their own: else xdotool lends each a free key for a moment, and a program
# that is late to read the map of keys finds it taken back.
setxkbmap -layout us,ua,ru
export GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory G_DEBUG=fatal-criticals LC_ALL=C.UTF-8

# The bus tells what it starts; that is of no interest unless something goes wrong.
# shellcheck disable=SC2086
$drop dbus-run-session -- "$python" -B "$@" >"$home/log" 2>&1 && status=0 || status=$?
grep -Ev '^(dbus-daemon\[|SpiRegistry daemon )' "$home/log" || :
exit "$status"
