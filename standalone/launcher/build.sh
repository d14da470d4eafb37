# Builds what is not built, or is older than its sources. Sourced by ./tallygate; everything it says goes to stderr.

STAMPS="$TALLYGATE_ROOT/target"

# Whether any file below the given paths is newer than the stamp, or files were removed or added since.
stale() {
  local stamp="$1"
  shift
  [ -f "$stamp" ] || return 0
  [ -n "$(sources "$@" -newer "$stamp" -print -quit)" ] && return 0
  [ "$(sources "$@" -print | sort | cksum)" != "$(cat "$stamp")" ]
}

mark() {
  local stamp="$1"
  shift
  mkdir -p "$(dirname "$stamp")"
  sources "$@" -print | sort | cksum >"$stamp.new"
}

# find over sources alone: sources PATH... [find expression]
sources() {
  local paths=()
  while [ $# -gt 0 ] && [ "${1:0:1}" != - ]; do
    [ ! -e "$1" ] || paths+=("$1")
    shift
  done
  find "${paths[@]}" \( -name target -o -name node_modules -o -name dist -o -name .tallygate -o -name .git \) -prune \
    -o -type f "$@"
}

CONSOLE_SOURCES=(gateway/console contracts/openapi)
JAVA_SOURCES=(pom.xml .mvn contracts services rfid-bridge gateway standalone bench)

# One build at a time; whoever comes second finds it done.
build() {
  mkdir -p "$STAMPS"
  exec 9>"$STAMPS/build.lock"
  flock 9 2>/dev/null || true
  (
    cd "$TALLYGATE_ROOT"
    build_console
    build_java
  ) >&2 9>&-
  exec 9>&-
}

build_console() {
  [ -f gateway/console/package.json ] || return 0
  if [ -f gateway/console/dist/index.html ] && ! stale "$STAMPS/console.stamp" "${CONSOLE_SOURCES[@]}"; then
    return 0
  fi
  need_node
  say "Building the console"
  mark "$STAMPS/console.stamp" "${CONSOLE_SOURCES[@]}"
  (
    cd gateway/console
    if [ ! -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
      npm ci --no-audit --no-fund --loglevel=error
    fi
    npm run build --silent
  )
  mv "$STAMPS/console.stamp.new" "$STAMPS/console.stamp"
}

# The pid of the supervisor that runs what this tree has built, if there is one.
running() {
  local pid
  pid="$(sed -n 's/^  "supervisor" : \([0-9]*\),$/\1/p' "$TALLYGATE_HOME/run/status.json" 2>/dev/null)" || return 1
  [ -n "$pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -q StandaloneMain
}

build_java() {
  if ! stale "$STAMPS/java.stamp" "${JAVA_SOURCES[@]}" && [ ! "$STAMPS/console.stamp" -nt "$STAMPS/java.stamp" ]; then
    return 0
  fi
  running && fail "Sources have changed, and what was built before is running. Stop it first: ./tallygate down"
  need_maven
  say "Building the services"
  mark "$STAMPS/java.stamp" "${JAVA_SOURCES[@]}"
  mvn -B -q -T2 -DskipTests install
  mv "$STAMPS/java.stamp.new" "$STAMPS/java.stamp"
}

# Makes later starts fast, when what is started has changed.
prepare() {
  [ "${TALLYGATE_PREPARE:-yes}" = yes ] || return 0
  if [ -f "$STAMPS/prepared.stamp" ] && [ ! "$STAMPS/java.stamp" -nt "$STAMPS/prepared.stamp" ] &&
    [ -d "$TALLYGATE_ROOT/standalone/target/postgres-template" ]; then
    return 0
  fi
  (standalone prepare) >&2 || say "Starts will be slower: they could not be prepared (see above)"
  touch "$STAMPS/prepared.stamp"
}
