#!/usr/bin/env bash
# How long does it take to import a large police file, and how much memory? Makes a database of its own, a municipality, and files of
# layout A with the given numbers of rows (10,000 and 100,000), drawn with a fixed seed; imports each twice and prints seconds, rows a second,
# processor seconds of Java and of the database, and the largest memory of the Java process. Start and stop of the database are included. The
# second time nothing must be added, and the memory must not follow the number of rows. Where others use the processors, trust those seconds.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tick=$(getconf CLK_TCK)

file_of() {
  awk -v rows="$1" 'BEGIN {
    srand(20261126)
    print "Inskrivningsdatum;Näpo;Basområde;Gata;Brottskod;Antal;Brottsdag start;Brottsdag slut;Brottstid start;Brottstid slut"
    for (i = 0; i < rows; i++) {
      year = 2021 + int(rand() * 5); month = 1 + int(rand() * 12); day = 1 + int(rand() * 28)
      date = sprintf("%04d-%02d-%02d", year, month, day)
      printf "%s;NP %d;Bas %d;Gata %d;%04d;%d;%s;%s;%02d%02d;\r\n", date, int(rand() * 8), int(rand() * 120), int(rand() * 900),
        800 + int(rand() * 40), 1 + int(rand() * 2), date, date, 3 + int(rand() * 21), int(rand() * 60)
    }
  }' > "$2"
}

# Ticks of a process with those it has waited for.
ticks() {
  awk '{ sub(/^.*\) /, ""); print $12 + $13 + $14 + $15 }' "/proc/$1/stat" 2> /dev/null || echo 0
}

database_ticks() {
  local head all child
  head=$(head -1 "$SAMLAD_DATA/postgres/postmaster.pid" 2> /dev/null) || return 0
  all=$(ticks "$head")
  for child in $(pgrep -P "$head" 2> /dev/null); do all=$((all + $(ticks "$child"))); done
  echo "$all"
}

import_once() {
  local start end pid peak=0 rss java=0 database=0 now
  start=$(date +%s.%N)
  "$root/bin/samlad" import --municipality matkoping --profile polis-a --on-word-of "Mätning" "$work/polisen.csv" 2> "$work/err" > "$work/out" &
  pid=$!
  while kill -0 "$pid" 2> /dev/null; do
    rss=$(awk '/VmHWM/ { print $2 }' "/proc/$pid/status" 2> /dev/null || echo 0)
    if [ "${rss:-0}" -gt "$peak" ]; then peak=$rss; fi
    now=$(ticks "$pid"); if [ "${now:-0}" -gt "$java" ]; then java=$now; fi
    now=$(database_ticks); if [ "${now:-0}" -gt "$database" ]; then database=$now; fi
    sleep 0.3
  done
  wait "$pid"
  end=$(date +%s.%N)
  echo "$2: $(echo "scale=1; ($end - $start) / 1" | bc) s, $(echo "$1 / ($end - $start)" | bc) rader/s, processor: Java $((java / tick)) s, databas $((database / tick)) s, största minne $((peak / 1024)) MB"
  sed -n '1p' "$work/out"
}

for rows in ${*:-10000 100000}; do
  export SAMLAD_DATA=$work/data-$rows
  file_of "$rows" "$work/polisen.csv"
  "$root/bin/samlad" municipality create --name Mätköping --slug matkoping --area Centrum > /dev/null
  "$root/bin/samlad" organisation create --municipality matkoping --name Polisen --kind POLICE > /dev/null
  import_once "$rows" "$rows rader, första gången"
  import_once "$rows" "$rows rader, andra gången"
  rm -rf "$SAMLAD_DATA"
done
