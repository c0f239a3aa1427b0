#!/usr/bin/env bash
# Do the tests hold what they promise? Draws 2,000 towns a row with a fixed seed, judges them by the library and writes the table into
# docs/methods/calibration.md. Options go on to the program: --towns 200 is a short version, --threads N, --seed N, --draws N.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../bin/_jdk.sh"
need_jdk
need_maven
cd "$samlad_root"
mvn -q -B -ntp -pl benchmarks -am -DskipTests -Dspotless.check.skip=true compile
"$JAVA_HOME/bin/java" -cp analysis/target/classes:benchmarks/target/classes \
  se.samlad.benchmarks.calibration.Calibrate --page docs/methods/calibration.md "$@"
