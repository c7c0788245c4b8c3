#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes pictures of the real window, each in an X server of its own: shots.sh [NAME…]. What a name
# shows is the table at the end. Pictures go to build/shots/NAME.png.

set -eu

top=$(cd "$(dirname "$0")/../.." && pwd)
program=${TALKS_PROGRAM:-$top/build/src/app/talks-timeline}
shots=${TALKS_SHOTS:-$top/build/shots}
mkdir -p "$shots"

# Waits until two pictures in a row are the same.
settle ()
{
  old=
  tries=0
  while [ "$tries" -lt 40 ]; do
    sleep 0.4
    new=$(import -window root png:- | cksum)
    [ "$new" != "$old" ] || return 0
    old=$new
    tries=$((tries + 1))
  done
}

# Runs inside the X server: SHOT, then one word of xdotool after another; "settle" waits.
inside ()
{
  picture=$1
  shift
  "$program" >"$shots/.log" 2>&1 &
  pid=$!
  tries=0
  while ! xdotool search --onlyvisible --pid "$pid" >/dev/null 2>&1 && [ "$tries" -lt 100 ]; do
    sleep 0.2
    tries=$((tries + 1))
  done
  xdotool search --onlyvisible --pid "$pid" windowfocus >/dev/null 2>&1 || :
  settle
  for step; do
    # shellcheck disable=SC2086
    case $step in
      settle) settle ;;
      wait) sleep 3 ;;
      *) xdotool $step ;;
    esac
  done
  settle
  import -window root "$picture"
  kill "$pid" 2>/dev/null || :
  wait "$pid" 2>/dev/null || :
  if grep -Ev '^$' "$shots/.log" >&2; then
    echo "$picture: the program wrote the above." >&2
  fi
  rm -f "$shots/.log"
}

# shot NAME WIDTH HEIGHT SETTINGS STEP…
shot ()
{
  name=$1
  width=$2
  height=$3
  settings=$4
  shift 4
  config=$(mktemp -d /tmp/talks-shot.XXXXXX)
  mkdir -p "$config/glib-2.0/settings"
  printf '[org/talkstimeline/Talks]\nwindow-width=%s\nwindow-height=%s\n%s\n' "$width" "$height" "$settings" \
    > "$config/glib-2.0/settings/keyfile"
  env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS XDG_CONFIG_HOME="$config" GSETTINGS_BACKEND=keyfile \
    GSK_RENDERER=cairo GDK_BACKEND=x11 \
    xvfb-run -a -s "-screen 0 ${width}x${height}x24" dbus-run-session -- \
    sh "$0" --inside "$shots/$name.png" "$@"
  rm -rf "$config"
  echo "$shots/$name.png"
}

if [ "${1-}" = --inside ]; then
  shift
  inside "$@"
  exit 0
fi

dark="color-scheme='dark'"
light="color-scheme='light'"
contrast="color-scheme='light'
contrast='high'"
unfolded="color-scheme='light'
fold-quiet-periods=false"
to_stage="search --onlyvisible --name ^Stage$ windowfocus"

take ()
{
  case $1 in
    main) shot main 1600 1000 "$light" ;;
    dark) shot dark 1600 1000 "$dark" ;;
    small) shot small 1280 720 "$light" ;;
    small-dark) shot small-dark 1280 720 "$dark" ;;
    narrow) shot narrow 1024 700 "$light" ;;
    contrast) shot contrast 1600 1000 "$contrast" ;;
    unfolded) shot unfolded 1600 1000 "$unfolded" ;;
    zoomed) shot zoomed 1600 1000 "$light" "key --delay 300 ctrl+plus ctrl+plus ctrl+plus ctrl+plus ctrl+plus ctrl+plus" ;;
    marked) shot marked 1600 1000 "$light" "mousemove 700 230 click 1" "key ctrl+a" ;;
    compare) shot compare 1600 1000 "$light" "mousemove 1392 28 click 1" wait ;;
    search) shot search 1600 1000 "$light" "key ctrl+f" settle "type --delay 60 dolmabahce" ;;
    problems) shot problems 1600 1000 "$light" "key ctrl+shift+m" ;;
    problems-small-dark) shot problems-small-dark 1280 720 "$dark" "key ctrl+shift+m" ;;
    present) shot present 1600 1000 "$light" "key F5" ;;
    stage) shot stage 1600 1000 "$light" "key F5" settle "key Return" settle "$to_stage" "key --delay 300 9 Return" wait ;;
    stage-small) shot stage-small 1280 720 "$light" "key F5" settle "key Return" settle "$to_stage" "key --delay 300 9 Return" wait ;;
    console) shot console 1600 1000 "$light" "key F5" settle "key Return" settle "$to_stage" "key --delay 300 9 Return s" wait ;;
    console-small-dark) shot console-small-dark 1280 720 "$dark" "key F5" settle "key Return" settle "$to_stage" "key --delay 300 9 Return s" wait ;;
    print) shot print 1600 1000 "$light" "key ctrl+p" ;;
    print-dark) shot print-dark 1280 720 "$dark" "key ctrl+p" settle "key space Down Down Down Return" ;;
    *) echo "There is no picture called $1." >&2; return 2 ;;
  esac
}

all='main dark small small-dark narrow contrast unfolded zoomed marked compare search problems problems-small-dark present stage stage-small console console-small-dark print print-dark'
# shellcheck disable=SC2086
for name in ${*:-$all}; do
  take "$name"
done
