import { join } from "node:path";
import { expect, it, vi } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/program.ts";

/** A proof without a solver is none: the command says what to install, and does not pass (BF9070). */

vi.mock("../../src/prove/z3.ts", () => ({ loadZ3: async () => null }));

it("says how to get a solver where there is none", async () => {
  const measure = join(import.meta.dirname, "../cases/cli/prove/measure.banfa");
  let said = "";
  const put = (text: string): void => {
    said += text;
  };
  const plain = { colours: false, errColours: false, columns: 100, locale: "zh_CN.UTF-8", env: {} };
  const io: Io = { out: put, err: put, ...plain };
  expect(await main(["prove", measure], io)).toBe(2);
  expect(said).toContain("BF9070");
  expect(said).toContain("npm install z3-solver");
});
