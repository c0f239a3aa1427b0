#!/usr/bin/env bash
# Is an acknowledged report lost or doubled when the server is killed in the middle of sends? Starts the built jar on a data folder of its
# own, sends reports by eight threads through /api/v1, and kills Java, the database, both, and both once more during recovery, by their
# pids, at seeded moments. After each start every acknowledged report is sent again and must answer 200; at the end the list must hold each
# exactly once. Prints a row a round; exit 1 if anything was lost, doubled or answered wrongly.
# Usage: benchmarks/crash.sh [ROUNDS=12] [SEED=1] [PORT=8290]
set -euo pipefail
rounds=${1:-12}
seed=${2:-1}
port=${3:-8290}
. "$(dirname "${BASH_SOURCE[0]}")/../bin/_jdk.sh"
need_jdk
need_jar
work=$(mktemp -d)
export SAMLAD_DATA=$work/data SAMLAD_PORT=$port SAMLAD_MANAGEMENT_PORT=$((port + 1))
samlad() { "$samlad_root/bin/samlad" "$@"; }
samlad municipality create --name Provköping --slug provkoping --area Centrum > /dev/null
samlad organisation create --municipality provkoping --name Bevakning --kind GUARD_COMPANY > /dev/null
secret=$(samlad token create --municipality provkoping --organisation Bevakning --name krasch --writes-per-second 100000 --reads-per-second 100000 | tail -1)
status=0
"$JAVA_HOME/bin/java" "$samlad_root/benchmarks/src/main/java/se/samlad/benchmarks/crash/CrashRun.java" \
  "$SAMLAD_DATA" "http://127.0.0.1:$port" "$secret" "$rounds" "$seed" \
  "$JAVA_HOME/bin/java" -Xmx768m -XX:+UseSerialGC -Dfile.encoding=UTF-8 -jar "$jar" serve || status=$?
if [ "$status" = 0 ]; then rm -rf "$work"; else echo "Left to look at: $work" >&2; fi
exit "$status"
