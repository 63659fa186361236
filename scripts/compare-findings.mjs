/**
 * The findings on the six regulations as literally written, pair by pair against
 * test/cases/literal/expected-findings.csv.
 *
 *   npm run findings            what is not found, with the reason, and what matches no pair
 *   npm run findings -- --all   also what is found
 */
import { join } from "node:path";
import { root, withBundle } from "./bundled.mjs";

await withBundle("test/literal/report.ts", ({ report }) =>
  report(join(root, "test/cases/literal"), process.argv.includes("--all")),
);
