#!/usr/bin/env bash
# How fast are reports taken while others read, what happens in a storm, and is a report ever lost or doubled when more comes in than the
# server gets through? Starts the built jar's demo town on a data folder and port of its own, on 127.0.0.1 only, and sends by its clock, not
# by the server's: a late answer does not slow the next report down. Three phases: everyday (60 reports/s with the others' reading beside), storm
# (250/s for 60 s) and overload (1,000/s for 20 s, then how long until all is well). Afterwards every acknowledged report must be listed
# exactly once. Prints a table; exit 1 if anything was lost, doubled or answered wrongly. Ends by itself and removes its folder.
# Usage: benchmarks/load.sh [MINUTES=10] [PORT=8270] [STORM_SECONDS=60] [OVERLOAD_SECONDS=20]
set -euo pipefail
minutes=${1:-10}
port=${2:-8270}
storm=${3:-60}
overload=${4:-20}
. "$(dirname "${BASH_SOURCE[0]}")/../bin/_jdk.sh"
need_jdk
need_jar
work=$(mktemp -d)
export SAMLAD_DATA=$work/data SAMLAD_PORT=$port SAMLAD_MANAGEMENT_PORT=$((port + 1))
"$JAVA_HOME/bin/java" -Xmx768m -XX:+UseSerialGC -Dfile.encoding=UTF-8 -jar "$jar" demo > "$work/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2> /dev/null || true; wait "$server" 2> /dev/null || true' EXIT
for _ in $(seq 600); do
  if curl -fsS "http://127.0.0.1:$port/halsa" > /dev/null 2>&1; then break; fi
  kill -0 "$server" 2> /dev/null || { tail -5 "$work/server.log" >&2; exit 1; }
  sleep 0.5
done
token() { "$samlad_root/bin/samlad" token create --demo "$1" --writes-per-second 100000 --reads-per-second 100000 | tail -1; }
sends=$(token vaktare)
reads=$(token samordnare)
echo "$(nproc) cores, load before $(cut -d' ' -f1-3 /proc/loadavg)"
status=0
"$JAVA_HOME/bin/java" -Xmx512m "$samlad_root/benchmarks/src/main/java/se/samlad/benchmarks/load/LoadRun.java" \
  "http://127.0.0.1:$port" "$sends" "$reads" "$minutes" "$storm" "$overload" || status=$?
kill "$server"
wait "$server" 2> /dev/null || true
if [ "$status" = 0 ]; then rm -rf "$work"; else echo "Left to look at: $work" >&2; fi
exit "$status"
