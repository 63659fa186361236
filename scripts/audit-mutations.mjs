/**
 * Whether a comparison of versions sees what it should: mutants of the six measures, each compared with its measure.
 *
 *   npm run mutations                      every mutant; takes about an hour
 *   npm run mutations -- --every 20        one in twenty
 *   npm run mutations -- --only guangxi    one measure
 *   npm run mutations -- --page            also writes the figures into docs/proofs.md and docs/proofs.zh-CN.md
 */
import { parseArgs } from "node:util";
import { root, withBundle } from "./bundled.mjs";

process.chdir(root);
const { values } = parseArgs({
  options: {
    every: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    page: { type: "boolean", default: false },
  },
});
const code = await withBundle("test/mutations/report.ts", ({ report }) =>
  report({
    every: Number(values.every),
    seed: Number(values.seed),
    only: values.only ?? null,
    page: values.page,
  }),
);
// The threads of the solver would keep the process.
process.exit(code);
