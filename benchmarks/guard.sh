#!/usr/bin/env bash
# How much of what it should does the guard find, and how often is it wrong? Makes numbers in every spelling, plates and names drawn by
# number of bearers, puts them into sentences and counts; then reads ordinary sentences. Official name lists and police notices are used
# where they lie in ../shared/data beside the repository. Goals: numbers 99 %, plates 98 %, full names 95 %, alarms under 0.5 %.
# Usage: benchmarks/guard.sh [TEXTS OF EACH KIND=20000]
set -euo pipefail
texts=${1:-20000}
. "$(dirname "${BASH_SOURCE[0]}")/../bin/_jdk.sh"
need_jdk
report=$(mktemp)
trap 'rm -f "$report"' EXIT
cd "$samlad_root"
mvn -q -B -ntp -o -pl app -am -DskipLint test -Dtest=GuardFiguresTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dsurefire.argLine="-Xmx1g -XX:+EnableDynamicAgentLoading -Dfile.encoding=UTF-8 -Duser.timezone=UTC -Dsamlad.guard.texts=$texts -Dsamlad.guard.report=$report"
cat "$report"
