#!/usr/bin/env bash
# How fast are EARS and Farrington beside R's surveillance? Makes weekly series of a fixed seed, judges them by the library and by surveillance with
# the same settings, one after the other, compares the answers, and prints a table in Markdown: seconds of the whole process and of the judging alone.
#   benchmarks/compare-aberration.sh [SERIES]     of Farrington (40), each judged for 26 weeks; EARS takes 1,000 series of 520 weeks
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../bin/_jdk.sh"
need_jdk
need_maven
command -v Rscript > /dev/null || apt_install r-base-core r-cran-surveillance || true
Rscript -e 'suppressPackageStartupMessages(library(surveillance))' 2> /dev/null || {
  echo "Jämförelsen behöver R med paketet surveillance (Debian: r-cran-surveillance)." >&2
  exit 1
}
series=${1:-40}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$samlad_root" && mvn -q -B -ntp -pl benchmarks -am -DskipTests -Dspotless.check.skip=true compile) >&2
ours() {
  "$JAVA_HOME/bin/java" -cp "$samlad_root/benchmarks/target/classes:$samlad_root/analysis/target/classes" \
    se.samlad.benchmarks.aberration.TimeAberration "$@"
}
clock() { # runs a command; its last line goes to $line, its seconds to $seconds
  local start end
  start=$(date +%s.%N)
  line=$("$@" | tail -1)
  end=$(date +%s.%N)
  seconds=$(awk -v a="$start" -v b="$end" 'BEGIN { printf "%.2f", b - a }')
}
compare() { # name, method, file, weeks
  local whole first least theirs
  clock ours "$2" "$3" "$work/ours.csv" "$4"
  whole=$seconds
  read -r first least <<< "$line"
  clock Rscript "$samlad_root/benchmarks/compare-aberration.R" "$2" "$3" "$work/ours.csv" "$4"
  read -r theirs difference <<< "$line"
  awk -v what="$1" -v ours="$whole" -v theirs="$seconds" -v d="$difference" \
    'BEGIN { printf "| %s, whole process | %s s | %s s | %.0f | %s |\n", what, ours, theirs, theirs / ours, d }'
  awk -v what="$1" -v ours="$first" -v theirs="$theirs" -v d="$difference" \
    'BEGIN { printf "| %s, the judging alone, first time | %s s | %s s | %.0f | %s |\n", what, ours, theirs, theirs / ours, d }'
  awk -v what="$1" -v ours="$least" -v theirs="$theirs" -v d="$difference" \
    'BEGIN { printf "| %s, the judging alone, warm | %s s | %s s | %.0f | %s |\n", what, ours, theirs, theirs / ours, d }'
}
ours make "$work/farrington.csv" "$series" 364 20260105
ours make "$work/ears.csv" 1000 520 20260105
echo "| task | ours | surveillance $(Rscript -e 'cat(as.character(packageVersion("surveillance")))') | ratio | largest relative difference of the bounds |"
echo "|---|---|---|---|---|"
compare "flexible Farrington, $series series, 26 weeks each" farrington "$work/farrington.csv" 26
compare "EARS C1, 1,000 series of 520 weeks" ears "$work/ears.csv" 0
