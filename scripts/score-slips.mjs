/**
 * The corpus of slips: which first messages are not the expected ones, and the score.
 *
 *   npm run slips            the corpus in test/cases/slips
 *   npm run slips -- SEED    other slips of the same kinds, from another seed
 */
import { join } from "node:path";
import { root, withBundle } from "./bundled.mjs";

await withBundle("test/slips/report.ts", ({ report }) => report(join(root, "policies"), process.argv[2]));
