import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The corpus runner reads many small files; two workers fit the smallest machine we promise to run on.
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
