// Adds up what every kind of test has reported: summary.mjs ROOT RESULTS [a phase that failed]...
// Names what failed and what was skipped; the last line is the sum; exits with 1 unless everything passed.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [root, results, ...failedPhases] = process.argv.slice(2);
const outcomes = [];
const add = (name, outcome, reason = "") => outcomes.push({ name, outcome, reason });

const unescape = (text) =>
  text.replace(/&(lt|gt|quot|apos|amp|#10);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&", "#10": "\n" })[name]);
const attribute = (tag, name) => unescape(tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? "");

function* surefireReports(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!["node_modules", ".git", "src", "dist", "classes", "keycloak", ".tallygate"].includes(entry.name)) {
        yield* surefireReports(path);
      }
    } else if (/[\\/]surefire-reports[\\/]TEST-.*\.xml$/.test(path)) {
      yield path;
    }
  }
}

function readSurefire(path) {
  const xml = readFileSync(path, "utf8").replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "");
  for (const [, tag, closed, body] of xml.matchAll(/<testcase\b((?:[^>"]|"[^"]*")*?)(?:(\/)>|>([\s\S]*?)<\/testcase>)/g)) {
    const name = `${attribute(tag, "classname")}.${attribute(tag, "name")}`;
    const bad = closed ? null : body.match(/<(failure|error)\b((?:[^>"]|"[^"]*")*)>?/);
    const skipped = closed ? null : body.match(/<skipped\b((?:[^>"]|"[^"]*")*)>?/);
    if (bad) add(name, "failed", attribute(bad[2], "message").split("\n")[0]);
    else if (skipped) add(name, "skipped", attribute(skipped[1], "message") || "no reason given");
    else add(name, "passed");
  }
}

// Vitest's JSON, and the same shape from the browser tests.
function readJson(file, kind) {
  const path = join(results, file);
  if (!existsSync(path)) return;
  for (const suite of JSON.parse(readFileSync(path, "utf8")).testResults ?? []) {
    const tests = suite.assertionResults ?? [];
    for (const test of tests) {
      const outcome = { passed: "passed", failed: "failed" }[test.status] ?? "skipped";
      add(`${kind}: ${test.fullName ?? test.title}`, outcome, (test.failureMessages ?? [])[0]?.split("\n")[0] ?? test.reason ?? "");
    }
    if (tests.length === 0 && suite.status === "failed") add(`${kind}: ${suite.name}`, "failed", suite.message?.split("\n")[0]);
  }
}

for (const report of surefireReports(root)) readSurefire(report);
readJson("console.json", "console");
readJson("e2e.json", "browser");

// A phase that failed without a failed test in it, such as one that does not compile, is a failure of its own.
const failedBefore = outcomes.some((o) => o.outcome === "failed");
for (const phase of failedPhases) {
  if (!failedBefore || /^(console: build|stack)/.test(phase)) add(`phase "${phase}"`, "failed", "see the log above");
}

const of = (outcome) => outcomes.filter((o) => o.outcome === outcome);
for (const { name, reason } of of("failed")) console.log(`FAILED   ${name}${reason ? `: ${reason}` : ""}`);
for (const { name, reason } of of("skipped")) console.log(`skipped  ${name}: ${reason || "no reason given"}`);
const [passed, failed, skipped] = ["passed", "failed", "skipped"].map((outcome) => of(outcome).length);
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exit(failed > 0 || failedPhases.length > 0 || passed === 0 ? 1 : 0);
