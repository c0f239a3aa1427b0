# Finds what the other scripts need; sourced by them. Sets JAVA_HOME to a JDK of version 21 or newer.

samlad_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

jdk_version() {
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  "$1/bin/java" -version 2>&1 | sed -n '1s/[^"]*"\([0-9]*\).*/\1/p'
}

jdk_usable() {
  local version
  version=$(jdk_version "$1")
  [ "${version:-0}" -ge 21 ] 2>/dev/null
}

find_jdk() {
  local candidate
  if [ -n "${JAVA_HOME:-}" ] && jdk_usable "$JAVA_HOME"; then return 0; fi
  if candidate=$(command -v javac 2>/dev/null); then
    candidate=$(dirname "$(dirname "$(readlink -f "$candidate")")")
    if jdk_usable "$candidate"; then JAVA_HOME=$candidate; return 0; fi
  fi
  for candidate in /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/*; do
    if [ -d "$candidate" ] && jdk_usable "$candidate"; then JAVA_HOME=$candidate; return 0; fi
  done
  return 1
}

apt_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  echo "Installerar $* …" >&2
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=900 -qq update >&2 || true
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=900 -qq install -y --no-install-recommends "$@" >&2
}

need_jdk() {
  if ! find_jdk; then
    apt_install openjdk-25-jdk-headless || apt_install openjdk-21-jdk-headless || true
    if ! find_jdk; then
      echo "Samlad behöver JDK 21 eller nyare. Lägg en, till exempel Eclipse Temurin 25, under /usr/lib/jvm eller peka ut den med JAVA_HOME, och kör igen." >&2
      exit 1
    fi
  fi
  export JAVA_HOME
  # Maven's own libraries use what newer Java warns about; the warnings say nothing about Samlad.
  if [ "$(jdk_version "$JAVA_HOME")" -ge 24 ]; then
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  fi
}

need_maven() {
  command -v mvn >/dev/null || apt_install maven || true
  command -v mvn >/dev/null || { echo "Samlad byggs med Maven 3.8.7 eller nyare. Installera paketet maven och kör igen." >&2; exit 1; }
}

need_npm() {
  command -v npm >/dev/null || apt_install nodejs npm || true
  command -v npm >/dev/null || { echo "Samlads gränssnitt byggs med npm. Installera paketen nodejs och npm och kör igen." >&2; exit 1; }
}

has_chromium() {
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null
}

need_chromium() {
  has_chromium || apt_install chromium || true
  has_chromium || { echo "Proven i webbläsare behöver Chromium. Installera paketet chromium och kör igen." >&2; exit 1; }
}

jar=$samlad_root/app/target/samlad.jar
built=$samlad_root/app/target/samlad.built

# Builds the jar when it is missing or older than a source.
need_jar() {
  if [ -f "$jar" ] && [ -f "$built" ] \
    && [ -z "$(find "$samlad_root"/pom.xml "$samlad_root"/*/pom.xml "$samlad_root"/*/src/main "$samlad_root"/app/package.json -newer "$built" -print -quit 2>/dev/null)" ]; then
    return 0
  fi
  need_maven
  need_npm
  echo "Bygger Samlad (första gången några minuter) …" >&2
  (cd "$samlad_root" && mvn -q -B -ntp -Dmaven.test.skip=true -DskipLint -pl app -am package 1>&2) \
    || { echo "Bygget gick inte igenom; felet står ovan." >&2; exit 1; }
  touch "$built"
}

# The jar's classes beside it, unpacked: from there Java may keep them in an archive and start in little more than half the time.
unpacked=$samlad_root/app/target/samlad

unpack_jar() {
  local now draft
  now=$(stat -c '%i %s %Z' "$jar")
  if [ "$(cat "$unpacked/jar" 2>/dev/null)" = "$now" ]; then return 0; fi
  draft=$(mktemp -d "$samlad_root/app/target/unpack.XXXXXX") || return 1
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$draft/samlad" >/dev/null || { rm -rf "$draft"; return 1; }
  echo "$now" > "$draft/samlad/jar"
  rm -rf "$unpacked"
  mv "$draft/samlad" "$unpacked"
  rmdir "$draft"
}

# The archive is written when a first run ends, one for the server and one for commands, and made anew by itself for another Java.
run_jar() {
  local run=$jar archive=""
  if unpack_jar; then
    run=$unpacked/samlad.jar
    case "${1:-}" in serve | demo) archive=server ;; *) archive=command ;; esac
    archive="-XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=$unpacked/$archive.jsa -Xlog:cds*=error"
  fi
  # shellcheck disable=SC2086
  exec "$JAVA_HOME/bin/java" ${SAMLAD_JAVA_OPTS:--Xmx768m -XX:+UseSerialGC} $archive -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 \
    -Dstderr.encoding=UTF-8 -jar "$run" "$@"
}
