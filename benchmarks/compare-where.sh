#!/usr/bin/env bash
# How fast are the methods of place beside R's spatstat, dbscan and spdep? Writes points and counts of a fixed seed, times both on the same input
# one after the other on one thread, inside each process (start and reading left out), and prints a table in Markdown: ours the first time and warm,
# the reference, how many times faster warm.
#   benchmarks/compare-where.sh [points|cells|all] [LARGEST] [ROUNDS]
# LARGEST 100000 leaves out the million points and spdep's permutations of 99,856 cells. With ROUNDS the two take turns so many times, and each
# figure is the least of its rounds.
# The reference: apt-get install r-base-core r-cran-spdep r-cran-spatstat.explore r-cran-dbscan. What is missing is left out.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../bin/_jdk.sh"
need_jdk
need_maven
part=${1:-all} largest=${2:-1000000} rounds=${3:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$samlad_root" && mvn -q -B -ntp -pl benchmarks -am -DskipTests -Dspotless.check.skip=true compile) >&2
ours() {
  "$JAVA_HOME/bin/java" -Xmx3g -cp "$samlad_root/benchmarks/target/classes:$samlad_root/analysis/target/classes" \
    se.samlad.benchmarks.place.TimePlaces --largest "$largest" --only "$part" "$@"
}
ours --write "$work"
command -v Rscript > /dev/null || echo "Rscript is not there: the reference is left out" >&2
: > "$work/ours.csv"
: > "$work/theirs.csv"
for round in $(seq "$rounds"); do
  ours | grep -v "^task" >> "$work/ours.csv"
  if command -v Rscript > /dev/null; then
    Rscript "$samlad_root/benchmarks/compare-where.R" "$work" "$largest" "$part" >> "$work/theirs.csv"
  fi
  echo "round $round of $rounds, load $(cut -d' ' -f1 /proc/loadavg)" >&2
done
awk -F, '
  FILENAME ~ /theirs/ { if (!(($1 "," $2) in reference) || $3 < reference[$1 "," $2]) reference[$1 "," $2] = $3; next }
  {
    key = $1 "," $2
    if (!(key in warm)) order[++rows] = key
    if (!(key in warm) || $4 < warm[key]) warm[key] = $4
    if (!(key in first) || $3 < first[key]) first[key] = $3
  }
  END {
    print "| task | n | ours first, ms | ours warm, ms | reference, ms | times faster |"
    print "|---|---|---|---|---|---|"
    for (i = 1; i <= rows; i++) {
      split(order[i], at, ",")
      plain = at[1]
      sub(/-(cells|exact)$/, "", plain)
      other = reference[plain "," at[2]]
      own = warm[order[i]]
      printf "| %s | %d | %s | %s | %s | %s |\n", at[1], at[2], first[order[i]], own, (other != "") ? other : "-", (other != "") ? sprintf("%.1f", other / own) : "-"
    }
  }' "$work/theirs.csv" "$work/ours.csv"
