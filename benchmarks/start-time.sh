#!/usr/bin/env bash
# How long does the demo take to start, and how much memory does it hold when nobody uses it? Runs the built jar as bin/run does, on a data
# folder of its own: once on an empty folder and three times more, each until /halsa answers 200 and /demo is shown. Then waits a minute
# and adds up the proportional memory (PSS) of Java and the database. Goals: first 20 s, next 8 s, 700 MB.
# Usage: benchmarks/start-time.sh [PORT=8290] [IDLE SECONDS=60]
set -euo pipefail
export LC_ALL=C
port=${1:-8290}
idle=${2:-60}
. "$(dirname "${BASH_SOURCE[0]}")/../bin/_jdk.sh"
need_jdk
need_jar
work=$(mktemp -d)
server=
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null; wait "$server" || true; fi; rm -rf "$work"' EXIT
export SAMLAD_DATA=$work/data SAMLAD_PORT=$port SAMLAD_MANAGEMENT_PORT=$((port + 1))

start() {
  local from now
  from=$(date +%s%N)
  "$samlad_root/bin/run" > "$work/log" 2>&1 &
  server=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$port/halsa" && curl -sf -o /dev/null "http://127.0.0.1:$port/demo"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/log"; exit 1; }
    sleep 0.05
  done
  now=$(date +%s%N)
  printf '%-22s %6.1f s, of which %5.1f s on a processor in Java\n' "$1" "$(((now - from) / 1000000))e-3" \
    "$(awk '{print ($14 + $15) / 100}' "/proc/$server/stat")"
}

stop() {
  kill "$server"
  wait "$server" || true
  server=
}

pss() { awk '/^Pss:/ {print $2}' "/proc/$1/smaps_rollup" 2>/dev/null || echo 0; }

echo "Load before: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors, $("$JAVA_HOME/bin/java" -version 2>&1 | head -1)"
rm -f "$samlad_root/app/target/samlad/server.jsa"
start "first, empty folder"
stop
start "next"
stop
start "next"
stop
start "next"
sleep "$idle"
java=$(pss "$server")
postmaster=$(head -1 "$SAMLAD_DATA/postgres/postmaster.pid")
database=$(pss "$postmaster")
for child in $(pgrep -P "$postmaster"); do database=$((database + $(pss "$child"))); done
echo "PSS after $idle s idle: Java $((java / 1024)) MB, database $((database / 1024)) MB, together $(((java + database) / 1024)) MB"
