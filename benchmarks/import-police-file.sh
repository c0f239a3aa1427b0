#!/usr/bin/env bash
# How long does it take to import a large police file, and how much memory? Makes a database of its own, a municipality, and a file of
# layout A with the given number of rows (100,000), drawn with a fixed seed; imports it twice and prints seconds, start and stop of the
# database included, and the largest memory of the Java process. The second time nothing must be added.
set -euo pipefail
rows=${1:-100000}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SAMLAD_DATA=$work/data
awk -v rows="$rows" 'BEGIN {
  srand(20261126)
  print "Inskrivningsdatum;Näpo;Basområde;Gata;Brottskod;Antal;Brottsdag start;Brottsdag slut;Brottstid start;Brottstid slut"
  for (i = 0; i < rows; i++) {
    year = 2021 + int(rand() * 5); month = 1 + int(rand() * 12); day = 1 + int(rand() * 28)
    date = sprintf("%04d-%02d-%02d", year, month, day)
    printf "%s;NP %d;Bas %d;Gata %d;%04d;%d;%s;%s;%02d%02d;\r\n", date, int(rand() * 8), int(rand() * 120), int(rand() * 900),
      800 + int(rand() * 40), 1 + int(rand() * 2), date, date, 3 + int(rand() * 21), int(rand() * 60)
  }
}' > "$work/polisen.csv"
"$root/bin/samlad" municipality create --name Mätköping --slug matkoping --area Centrum > /dev/null
"$root/bin/samlad" organisation create --municipality matkoping --name Polisen --kind POLICE > /dev/null
for time in första andra; do
  start=$(date +%s.%N)
  "$root/bin/samlad" import --municipality matkoping --profile polis-a --on-word-of "Mätning" "$work/polisen.csv" 2> "$work/err" > "$work/out" &
  pid=$!
  peak=0
  while kill -0 "$pid" 2> /dev/null; do
    rss=$(ps -o rss= -p "$pid" 2> /dev/null || echo 0)
    if [ "${rss:-0}" -gt "$peak" ]; then peak=$rss; fi
    sleep 0.2
  done
  wait "$pid"
  end=$(date +%s.%N)
  echo "$time gången: $(echo "$end - $start" | bc) s, största minne $((peak / 1024)) MB"
  cat "$work/out"
done
