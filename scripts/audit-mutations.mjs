/**
 * Whether a comparison of versions sees what it should: mutants of the six measures, each compared with its measure.
 *
 *   npm run mutations                      every mutant; takes some minutes
 *   npm run mutations -- --every 20        one in twenty
 *   npm run mutations -- --only guangxi    one measure
 *   npm run mutations -- --state FILE      keeps what came out, a line a mutant, and goes on from there
 *   npm run mutations -- --part 2/4        the second of four parts; several processes may share a state file
 *   npm run mutations -- --no-solver       what is found without a solver
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
    state: { type: "string" },
    part: { type: "string", default: "1/1" },
    "no-solver": { type: "boolean", default: false },
  },
});
const [part, parts] = values.part.split("/").map(Number);
if (!(Number.isInteger(part) && part >= 1 && Number.isInteger(parts) && part <= parts))
  throw new Error("--part wants 2/4: the second of four");
const code = await withBundle("test/mutations/report.ts", ({ report }) =>
  report({
    every: Number(values.every),
    seed: Number(values.seed),
    only: values.only ?? null,
    page: values.page,
    part: [part - 1, parts],
    state: values.state ?? null,
    solver: !values["no-solver"],
  }),
);
// The threads of the solver would keep the process.
process.exit(code);
