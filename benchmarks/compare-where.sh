#!/usr/bin/env bash
# How fast are the methods of place beside R's spatstat, dbscan and spdep? Writes points and counts of a fixed seed, times both on the same input
# one after the other on one thread, inside each process (start and reading left out), and prints a table in Markdown: ours the first time and warm,
# the reference, how many times faster warm.
#   benchmarks/compare-where.sh [points|cells|all] [LARGEST]    LARGEST 100000 leaves out the million points and spdep's permutations of 99,856 cells
# The reference: apt-get install r-base-core r-cran-spdep r-cran-spatstat.explore r-cran-dbscan. What is missing is left out.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../bin/_jdk.sh"
need_jdk
need_maven
part=${1:-all} largest=${2:-1000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$samlad_root" && mvn -q -B -ntp -pl benchmarks -am -DskipTests -Dspotless.check.skip=true compile) >&2
ours() {
  "$JAVA_HOME/bin/java" -Xmx3g -cp "$samlad_root/benchmarks/target/classes:$samlad_root/analysis/target/classes" \
    se.samlad.benchmarks.place.TimePlaces --largest "$largest" --only "$part" "$@"
}
ours --write "$work"
ours > "$work/ours.csv"
if command -v Rscript > /dev/null; then
  Rscript "$samlad_root/benchmarks/compare-where.R" "$work" "$largest" "$part" > "$work/theirs.csv"
else
  echo "Rscript is not there: the reference is left out" >&2
  : > "$work/theirs.csv"
fi
awk -F, '
  FILENAME ~ /theirs/ { reference[$1 "," $2] = $3; next }
  FNR == 1 { print "| task | n | ours first, ms | ours warm, ms | reference, ms | times faster |"; print "|---|---|---|---|---|---|"; next }
  {
    plain = $1; sub(/-(cells|exact)$/, "", plain)
    other = reference[plain "," $2]
    printf "| %s | %d | %s | %s | %s | %s |\n", $1, $2, $3, $4, (other != "") ? other : "-", (other != "") ? sprintf("%.1f", other / $4) : "-"
  }' "$work/theirs.csv" "$work/ours.csv"
