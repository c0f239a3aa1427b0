#!/usr/bin/env bash
# The long version of the phone's queue test: ROUNDS times fifty reports over a bad line (500s, lost answers, cuts), the tab killed after each
# round. Each must have arrived exactly once; exits 1 if one is missing or doubled. Takes about ten seconds a round on two free cores.
# Usage: benchmarks/offline-queue.sh [ROUNDS=40]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds=${1:-40}
. bin/_jdk.sh
need_jdk
mvn -q -B -ntp -pl app -am -DskipLint test -Dtest='OfflineQueueTest#twoHundred*' \
  -Dsurefire.failIfNoSpecifiedTests=false -Dsamlad.queue.rounds="$rounds"
echo "$((rounds * 50)) reports arrived once each"
