#!/usr/bin/env bash
# How fast are the scans and the near-repeats beside the programs that others use? Makes a town of a fixed seed, runs the library and, where
# they are there, SaTScan (SATSCAN=its program), R's surveillance (Rscript on PATH) and Python's NearRepeat (NEARREPEAT=its folder, PYTHON=
# an interpreter with scikit-learn and pandas) on the same events with the same settings, one after the other, whole processes. Prints a table
# in Markdown, with - for a program that is not there.
#   benchmarks/compare-scan.sh [ROW...]    knox-1000 knox-10000 bands-10000 prospective-1000 prospective-10000 retrospective-1000
#                                          retrospective-10000; all when none is named. SaTScan is not run on the last one: it takes hours.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../bin/_jdk.sh"
need_jdk
need_maven
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$samlad_root" && mvn -q -B -ntp -pl benchmarks -am -DskipTests -Dspotless.check.skip=true compile) >&2
time_scan() {
  "$JAVA_HOME/bin/java" -cp "$samlad_root/benchmarks/target/classes:$samlad_root/analysis/target/classes" se.samlad.benchmarks.interaction.TimeScan "$@"
}

seconds=
run() { # sets seconds to what the command took, or to "-" with its last line on stderr
  local start end
  start=$(date +%s.%N)
  if "$@" > "$work/out" 2>&1; then
    end=$(date +%s.%N)
    seconds=$(awk -v a="$start" -v b="$end" 'BEGIN { printf "%.1f", b - a }')
  else
    tail -1 "$work/out" >&2
    seconds=-
  fi
}

row() { # what, reference name, ours, theirs
  awk -v what="$1" -v name="$2" -v ours="$3" -v theirs="$4" 'BEGIN {
    ratio = (theirs + 0 > 0 && ours + 0 > 0) ? sprintf("%.1f", theirs / ours) : "-"
    printf "| %s | %s | %s | %s | %s |\n", what, ours, name, theirs, ratio
  }'
}

satscan() { # kind of analysis (3 retrospective, 4 prospective), folder
  cat > "$2/scan.prm" <<PRM
[Input]
CaseFile=$2/town.cas
PrecisionCaseTimes=3
StartDate=2024/1/1
EndDate=2025/12/30
CoordinatesFile=$2/town.geo
CoordinatesType=0
[Analysis]
AnalysisType=$1
ModelType=2
ScanAreas=1
TimeAggregationUnits=3
TimeAggregationLength=1
[Output]
ResultsFile=$2/result.txt
[Spatial Window]
MaxSpatialSizeInPopulationAtRisk=50
UseDistanceFromCenterOption=y
MaxSpatialSizeInDistanceFromCenter=1500
[Temporal Window]
MinimumTemporalClusterSize=1
MaxTemporalSizeInterpretation=1
MaxTemporalSize=28
ProspectiveStartDate=2025/12/30
[Inference]
PValueReportType=1
MonteCarloReps=999
AdjustForEarlierAnalyses=n
[Run Options]
NumberParallelProcesses=2
PRM
  "$SATSCAN" "$2/scan.prm"
}

scan() { # direction, SaTScan's number for it, events
  run time_scan "$1" "$3" 999 2
  local ours=$seconds theirs=-
  grep " events, " "$work/out" >&2 || true
  if [ -x "${SATSCAN:-}" ]; then
    time_scan write "$3" "$work/$3"
    run satscan "$2" "$work/$3"
    theirs=$seconds
    grep -m 1 "Test statistic" "$work/$3/result.txt" >&2 || true
  fi
  row "$1 scan, $3 events, 999 replicates, 2 threads" "SaTScan" "$ours" "$theirs"
}

surveillance() { # folder, permutations
  Rscript -e 'a <- commandArgs(TRUE); e <- read.csv(file.path(a[1], "town.csv")); suppressMessages(library(surveillance))' \
    -e 'k <- knox(dt = dist(e$t), ds = dist(e[, c("x", "y")]), eps.t = 14, eps.s = 200, simulate.p.value = TRUE, B = as.integer(a[2]), .seed = 1); cat(k$statistic, k$p.value, "\n")' "$1" "$2"
}

knox() { # events, permutations
  run time_scan knox "$1" "$2" 1
  local ours=$seconds theirs=-
  grep " events, " "$work/out" >&2 || true
  if command -v Rscript > /dev/null && Rscript -e 'library(surveillance)' > /dev/null 2>&1; then
    time_scan write "$1" "$work/$1"
    run surveillance "$work/$1" "$2"
    theirs=$seconds
    echo "surveillance, pairs and p: $(tail -1 "$work/out")" >&2
  fi
  row "near-repeats 200 m / 14 days, $1 events, $2 permutations, 1 thread" "R surveillance (full matrices)" "$ours" "$theirs"
}

nearrepeat() { # folder
  PYTHONPATH=$NEARREPEAT "${PYTHON:-python3}" -c '
import sys, pandas as pd
from stats.knox import knox_test
e = pd.read_csv(sys.argv[1])
knox_test(e[["x", "y"]], e["t"], [100, 200, 400], [7, 14, 21], 99, seed=1)' "$1/town.csv"
}

bands() { # events
  run time_scan knox3x3 "$1" 99 1
  local ours=$seconds theirs=-
  grep " events, " "$work/out" >&2 || true
  if [ -f "${NEARREPEAT:-}/stats/knox.py" ]; then
    time_scan write "$1" "$work/$1"
    run nearrepeat "$work/$1"
    theirs=$seconds
  fi
  row "near-repeats, 3 x 3 bands to 400 m / 21 days, $1 events, 99 permutations, 1 thread" "NearRepeat (Python)" "$ours" "$theirs"
}

[ -x "${SATSCAN:-}" ] || echo "SATSCAN names no program: SaTScan is left out" >&2
[ $# -gt 0 ] || set -- knox-1000 knox-10000 bands-10000 prospective-1000 prospective-10000 retrospective-1000 retrospective-10000
echo "| what | ours, s | reference | s | times faster |"
echo "|---|---|---|---|---|"
for name in "$@"; do
  case $name in
    knox-1000) knox 1000 199 ;;
    knox-*) knox "${name#*-}" 19 ;;
    bands-*) bands "${name#*-}" ;;
    prospective-*) scan prospective 4 "${name#*-}" ;;
    retrospective-10000) SATSCAN='' scan retrospective 3 10000 ;;
    retrospective-*) scan retrospective 3 "${name#*-}" ;;
    *) echo "There is no row $name" >&2; exit 1 ;;
  esac
done
