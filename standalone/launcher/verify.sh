# Every test there is. Sourced by ./tallygate

# Ports that nothing else has now, one a line: free_ports COUNT
free_ports() {
  node -e '
    const net = require("net");
    const servers = Array.from({ length: Number(process.argv[1]) }, () => net.createServer());
    Promise.all(servers.map((s) => new Promise((done) => s.listen(0, "127.0.0.1", done)))).then(() => {
      servers.forEach((s) => { console.log(s.address().port); s.close(); });
    });' "$1"
}

# Three ports in a row that nothing else has.
reader_ports() {
  node -e '
    const net = require("net");
    const listen = (port) => new Promise((yes, no) => {
      const s = net.createServer().once("error", no).listen(port, "127.0.0.1", () => yes(s));
    });
    (async () => {
      for (;;) {
        const first = await listen(0), port = first.address().port;
        try {
          const second = await listen(port + 1);
          const third = await listen(port + 2).finally(() => second.close());
          console.log(port); first.close(); third.close();
          return;
        } catch { first.close(); }
      }
    })();'
}

chromium_path() {
  local name
  for name in chromium chromium-browser google-chrome-stable google-chrome; do
    command -v "$name" && return
  done
  return 1
}

have_cjk_font() { ! command -v fc-list >/dev/null || [ -n "$(fc-list :lang=zh)" ]; }

# What the browser tests need beyond Java, Maven and Node.
need_browser() {
  local missing=()
  chromium_path >/dev/null || missing+=(chromium)
  have_cjk_font || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing ${missing[*]}"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  fi
  chromium_path >/dev/null || fail "A browser is missing. Install it as root: apt-get install ${missing[*]}"
}

PHASES=()
FAILED_PHASES=()

# ended NAME TOOK CODE: notes how many seconds it took and whether it failed.
ended() {
  local failed=""
  [ "$3" -eq 0 ] || failed="  FAILED"
  PHASES+=("$(printf '%5d s  %s%s' "$2" "$1" "$failed")")
  [ "$3" -eq 0 ] || FAILED_PHASES+=("$1")
}

# phase NAME COMMAND...: times it, notes whether it failed, goes on either way.
phase() {
  local name="$1" start=$SECONDS code=0
  shift
  say "== $name"
  # In the background, because bash forgets "set -e" inside a command whose failure is looked at.
  (set -e && "$@") &
  wait $! || code=$?
  ended "$name" $((SECONDS - start)) "$code"
}

# beside NAME COMMAND...: a phase next to those that follow, which mostly wait; what it says is shown by "together".
beside() {
  BESIDE="$1"
  shift
  (
    start=$SECONDS
    trap 'echo $((SECONDS - start)) >"$RESULTS/beside.seconds"' EXIT
    set -e
    "$@"
  ) >"$RESULTS/beside.log" 2>&1 &
  BESIDE_PID=$!
}

# Waits for what goes on beside.
together() {
  local code=0
  wait "$BESIDE_PID" || code=$?
  say "== $BESIDE"
  cat "$RESULTS/beside.log"
  ended "$BESIDE (beside the services)" "$(cat "$RESULTS/beside.seconds")" "$code"
}

# Three trees of packages at once: it is the network that they wait for.
node_packages() (
  set -e
  folders=(gateway/console rfid-bridge/interop e2e)
  installs=()
  for folder in "${folders[@]}"; do
    (cd "$TALLYGATE_ROOT/$folder" && npm ci --no-audit --no-fund --loglevel=error) &
    installs+=($!)
  done
  code=0
  for install in "${installs[@]}"; do
    wait "$install" || code=$?
  done
  exit $code
)

console_checks() (
  set -e
  cd "$TALLYGATE_ROOT/gateway/console"
  npm run --if-present lint
  npm run --if-present typecheck
  npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$RESULTS/console.json"
)

console_build() (
  set -e
  cd "$TALLYGATE_ROOT"
  build_console
)

# More modules at a time than there are processors: most tests wait for a server or a clock.
java_tests() (
  set -e
  cd "$TALLYGATE_ROOT"
  # A result of an earlier run, of a module that no longer builds, would be counted as this one's.
  find . \( -name node_modules -o -name .git \) -prune -o -path '*/target/surefire-reports/*' -type f -print0 |
    xargs -0 -r rm -f
  mark "$STAMPS/java.stamp" "${JAVA_SOURCES[@]}"
  CI=true mvn -B --no-transfer-progress --fail-at-end -T1.5C install
  mv "$STAMPS/java.stamp.new" "$STAMPS/java.stamp"
)

browser_tests() (
  set -e
  cd "$TALLYGATE_ROOT/e2e"
  npm test
)

# Where the stack of this run is to be; exported for it and for the browser tests.
choose_stack() {
  local ports=() names=(POSTGRES KAFKA MONGO KEYCLOAK GATEWAY PERSONNEL DEVICES CARRIERS FACILITIES INCIDENTS SIGHTINGS
    BRIDGE SIMULATOR) i
  mapfile -t ports < <(free_ports ${#names[@]})
  for i in "${!names[@]}"; do
    export "TALLYGATE_PORT_${names[$i]}=${ports[$i]}"
  done
  TALLYGATE_PORT_READERS="$(reader_ports)"
  TALLYGATE_HOME="$(mktemp -d "${TMPDIR:-/tmp}/tallygate-verify.XXXXXX")"
  export TALLYGATE_PORT_READERS TALLYGATE_HOME
  export TALLYGATE_BASE="http://127.0.0.1:$TALLYGATE_PORT_GATEWAY"
  export TALLYGATE_SIM="http://127.0.0.1:$TALLYGATE_PORT_SIMULATOR"
  export TALLYGATE_GATE="http://127.0.0.1:$TALLYGATE_PORT_BRIDGE"
  export TALLYGATE_ISSUER="http://127.0.0.1:$TALLYGATE_PORT_KEYCLOAK/realms/tallygate"
  TALLYGATE_CHROMIUM="$(chromium_path)"
  export TALLYGATE_CHROMIUM
  export TALLYGATE_E2E_RESULTS="$RESULTS/e2e.json"
}

stack_up() { "$TALLYGATE_ROOT/tallygate" up --demo --detach; }

stack_down() {
  [ -d "${TALLYGATE_HOME:-}" ] || return 0
  "$TALLYGATE_ROOT/tallygate" status || true
  "$TALLYGATE_ROOT/tallygate" down
  rm -rf "$RESULTS/stack-logs"
  cp -r "$TALLYGATE_HOME/logs" "$RESULTS/stack-logs" || true
  rm -rf "$TALLYGATE_HOME"
}

verify() {
  running && fail "What this tree has built is running, and is about to be built again. Stop it first: ./tallygate down"
  # The tests choose their own servers and ports, whatever this shell is set to.
  local name
  for name in $(compgen -e TALLYGATE_); do
    [ "$name" = TALLYGATE_ROOT ] || unset "$name"
  done
  RESULTS="$TALLYGATE_ROOT/target/verify"
  mkdir -p "$RESULTS"
  rm -f "$RESULTS"/*.json
  local log="$RESULTS/verify.log" started=$SECONDS
  exec > >(tee "$log") 2>&1
  need_browser
  trap stack_down EXIT
  phase "packages of Node" node_packages
  phase "console: build" console_build
  beside "console: unit tests, lint, types" console_checks
  phase "services: build and tests" java_tests
  together
  choose_stack
  phase "stack: up" stack_up
  case " ${FAILED_PHASES[*]:-} " in
    *"stack: up"*) ;;
    *) phase "browser: steps of the demo" browser_tests ;;
  esac
  phase "stack: down" stack_down
  trap - EXIT
  say
  printf '%s\n' "${PHASES[@]}"
  say "$(printf '%5d s  in all; log: %s' $((SECONDS - started)) "$log")"
  node "$LIB/summary.mjs" "$TALLYGATE_ROOT" "$RESULTS" "${FAILED_PHASES[@]}"
}
