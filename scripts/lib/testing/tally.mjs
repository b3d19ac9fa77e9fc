import fs from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

export const nothing = () => ({ passed: 0, failed: 0, skipped: 0 });

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    nothing(),
  );
}

/** The last line of a test run. */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Counts a Jest report (`--json --outputFile`). A file that could not be run counts as one failure. */
export function jestTally(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = report;
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests + numTodoTests,
  };
}

/** Counts a Playwright report (reporter `json`). Errors outside of tests count as failures. */
export function playwrightTally({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}

/** Counts a TAP report of `node --test`. */
export function tapTally(text) {
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  return {
    passed: count("pass"),
    failed: count("fail") + count("cancelled"),
    skipped: count("skipped") + count("todo"),
  };
}

/**
 * The tally of a report file. A run that ended badly and reported nothing wrong, or nothing at all, is one failure.
 * @param {(content: string) => Tally} read
 */
export function tallyOf(file, read, succeeded) {
  const tally = fs.existsSync(file) ? read(fs.readFileSync(file, "utf8")) : nothing();
  return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}
