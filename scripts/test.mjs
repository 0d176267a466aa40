// Runs every check and prints one last line, "N passed, N failed".
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureInstalled, requireNode, root, runScript } from "./install.mjs";

requireNode();
ensureInstalled();

const reports = join(root, ".cache", "reports");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total = { passed: 0, failed: 0, skipped: [], retried: [] };
const failures = [];

function bin(command, args, env = {}) {
  const result = spawnSync(process.execPath, [join(root, "node_modules", command), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return result.status ?? 1;
}

/** A check that passes or fails as one. */
function check(name, run, started = Date.now()) {
  console.log(`\n— ${name}`);
  const passed = run() === 0;
  total[passed ? "passed" : "failed"] += 1;
  if (!passed) failures.push(name);
  console.log(`${passed ? "ok" : "FAILED"}: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return passed;
}

/** Checks of one processor each, in lanes that run side by side; what a check says is printed whole when it ends. */
async function sideBySide(lanes) {
  await Promise.all(
    lanes.map(async (lane) => {
      for (const [name, command, args] of lane) {
        const started = Date.now();
        const { status, said } = await inSilence(command, args);
        check(name, () => {
          process.stdout.write(said);
          return status;
        }, started);
      }
    }),
  );
}

function inSilence(command, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "node_modules", command), ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.on("error", (error) => resolve({ status: 1, said: `${said}${error.message}\n` }));
    child.on("close", (code) => resolve({ status: code ?? 1, said }));
  });
}

/** A Vitest project: each test counts, and a run that reports none counts as a failure. */
function tests(project, env = {}) {
  console.log(`\n— ${project} tests`);
  const report = join(reports, `${project}.json`);
  const retried = join(reports, `${project}-retried.json`);
  const status = bin(
    "vitest/vitest.mjs",
    ["run", "--project", project, "--reporter=default", "--reporter=json", "--reporter=./scripts/retried-reporter.mjs", `--outputFile.json=${report}`],
    { ...env, RETRIED_REPORT: retried },
  );
  let result;
  try {
    result = JSON.parse(readFileSync(report, "utf8"));
    total.retried.push(...JSON.parse(readFileSync(retried, "utf8")));
  } catch (error) {
    total.failed += 1;
    failures.push(`${project} tests gave no report: ${error.message}`);
    return;
  }
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests;
  for (const file of result.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === "failed") failures.push(`${project}: ${test.fullName}`);
      if (test.status === "pending" || test.status === "skipped") total.skipped.push(test.fullName);
    }
  }
  const hasSilentFailure = status !== 0 && result.numFailedTests === 0;
  if (hasSilentFailure || result.numPassedTests === 0) {
    total.failed += 1;
    failures.push(`${project} tests ended with code ${status} and ${result.numPassedTests} passed`);
  }
}

const browser = ensureBrowser();

if (check("build", () => runScript("build.ts", ["--if-stale"])) && check("public edition", () => runScript("publico/edicao-em-dia.ts"))) {
  await sideBySide([
    [["lint", "eslint/bin/eslint.js", ["-c", "scripts/lint/eslint.config.js", "."]]],
    [
      ["types", "typescript/bin/tsc", ["--noEmit", "-p", "."]],
      ["types of core (no DOM)", "typescript/bin/tsc", ["-p", "src/core"]],
      ["import direction", "dependency-cruiser/bin/dependency-cruise.mjs", ["src", "--config", "--output-type", "err"]],
    ],
  ]);
  tests("core");
  tests("unit");
  tests("page");
  if (browser === null) {
    total.failed += 1;
    failures.push("browser tests: no browser");
  } else {
    tests("browser", { CHROME_PATH: browser });
    tests("browser-alone", { CHROME_PATH: browser });
  }
}

if (total.skipped.length > 0) {
  console.log(`\nSkipped (${total.skipped.length}), for want of optional reading material beside the repository:`);
  for (const name of total.skipped) console.log(`  ${name}`);
}
if (total.retried.length > 0) {
  console.log(`\nPassed at the second try only (${total.retried.length}):`);
  for (const name of total.retried) console.log(`  ${name}`);
}
if (failures.length > 0) {
  console.log("\nFailed:");
  for (const name of failures) console.log(`  ${name}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
