#!/usr/bin/env bash
# offline-queue.sh [ROUNDS]: the long version of the phone's queue test: ROUNDS times fifty reports (default 40, so 2,000) over a bad line,
# the tab killed after each round. Each must have arrived exactly once; exits 1 if one is missing or doubled.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-40}
mvn -q -B -ntp -pl app -am -DskipLint test -Dtest='OfflineQueueTest#twoHundred*' -Dsurefire.failIfNoSpecifiedTests=false -Dsamlad.queue.rounds="$rounds"
echo "$((rounds * 50)) reports arrived once each"
