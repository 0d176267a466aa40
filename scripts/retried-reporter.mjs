// Names the tests that passed only when tried again, in the file that RETRIED_REPORT gives.
import { writeFileSync } from "node:fs";

export default class RetriedReporter {
  names = [];

  onTestCaseResult(test) {
    if (test.result().state === "passed" && (test.diagnostic()?.retryCount ?? 0) > 0) this.names.push(test.fullName);
  }

  onTestRunEnd() {
    const path = process.env["RETRIED_REPORT"];
    if (path !== undefined) writeFileSync(path, JSON.stringify(this.names));
  }
}
