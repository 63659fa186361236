import { configDefaults, defineConfig } from "vitest/config";

/**
 * Whole applications are built, type-checked and opened in a browser, every command is asked for every format, git for its
 * differences, and a solver about mutants of the measures: minutes of their own, `npm run test:apps`.
 */
const APPS = [
  "test/plugin/**",
  "test/examples/**",
  "test/cli/batch-threads.test.ts",
  "test/cli/diff-git.test.ts",
  "test/cli/formats.test.ts",
  "test/cli/partitions-threads.test.ts",
  "test/cli/result-sinks.test.ts",
  "test/docs/docstrings.test.ts",
  "test/docs/five-minutes.test.ts",
  "test/format/keywords.test.ts",
  "test/modules/agreement.test.ts",
  "test/modules/artefacts.test.ts",
  "test/modules/browser.test.ts",
  "test/modules/hostile.test.ts",
  "test/modules/types.test.ts",
  "test/modules/unbundled.test.ts",
  "test/forms/agreement.test.ts",
  "test/mutations/**",
];
/** Part of both: here with more to do. */
const BOTH = [
  "test/cli/transcripts.test.ts",
  "test/compiler/closings.test.ts",
  "test/data/large.test.ts",
  "test/docs/reviewers.test.ts",
  "test/laws/partitions.test.ts",
];
const apps = process.env.BANFA_TESTS === "apps";
/** Tests that put something else in the place of a module, and so need modules that no other test has loaded. */
const OWN_MODULES = ["test/format/refusal.test.ts", "test/cli/prove-without-solver.test.ts", "test/cli/without-duckdb.test.ts"];

const exclude = [...configDefaults.exclude, ...(apps ? [] : APPS)];
const all = apps ? [...APPS.map((a) => a.replace(/\*\*$/, "**/*.test.ts")), ...BOTH] : ["test/**/*.test.ts"];

export default defineConfig({
  test: {
    // The corpus runner reads many small files; two workers fit the smallest machine we promise to run on.
    maxWorkers: 2,
    // Nothing in src/ has state that a test could leave behind, and loading the compiler once for each of the files
    // took a third of the time.
    projects: [
      { extends: true, test: { name: "shared", include: all, exclude: [...exclude, ...OWN_MODULES], isolate: false } },
      { extends: true, test: { name: "alone", include: apps ? [] : OWN_MODULES, exclude } },
    ],
    testTimeout: 60_000,
  },
});
