import { configDefaults, defineConfig } from "vitest/config";

/** Whole applications are built and opened in bundlers and a browser: minutes of their own, `npm run test:apps`. */
const APPS = ["test/plugin/**", "test/examples/**", "test/docs/five-minutes.test.ts"];
const apps = process.env.BANFA_TESTS === "apps";

export default defineConfig({
  test: {
    include: apps ? APPS.map((a) => a.replace(/\*\*$/, "**/*.test.ts")) : ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(apps ? [] : APPS)],
    // The corpus runner reads many small files; two workers fit the smallest machine we promise to run on.
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
