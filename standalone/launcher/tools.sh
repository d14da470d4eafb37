# Finds what the machine must have, and names what it has not. Sourced by ./tallygate

say() { echo "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# The major version of a JDK's directory, from its release file; empty when it is none.
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Sets JAVA_HOME to a JDK 25: the one it names, else one of those installed.
need_java() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* /opt/jdk* /opt/java/* \
    /opt/*/jdk* /usr/local/jdk* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && [ "$(jdk_major "$candidate")" = 25 ]; then
      export JAVA_HOME="$candidate"
      return
    fi
  done
  fail "JDK 25 is missing. Install one (Debian: the package temurin-25-jdk of adoptium.net; else sdk install java 25-tem)
and set JAVA_HOME to it if it is not found."
}

# Whether dotted version $1 is at least $2.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

need_maven() {
  local version
  command -v mvn >/dev/null || fail "Maven is missing. Install version 3.8.7 or newer (Debian: apt-get install maven)."
  version="$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)"
  at_least "${version:-0}" 3.8.7 || fail "Maven ${version:-of unknown version} is too old. Install 3.8.7 or newer."
}

need_node() {
  local version
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Node.js with npm is missing. Install version 20 or newer (Debian: apt-get install nodejs npm)."
  version="$(node --version)"
  at_least "${version#v}" 20 || fail "Node.js $version is too old. Install 20 or newer."
}
