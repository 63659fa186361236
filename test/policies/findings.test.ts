import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileFile, openFindings, root } from "./support.ts";

/**
 * What the check says of every measure that is shipped: each finding is mended in the text or accepted with a
 * reason that stays on the record. No finding is filtered here, and no measure is named.
 */
const measures = ["policies", "examples"]
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/measure.banfa`))
  .filter((path) => existsSync(join(root, path)));

it("finds the measures", () => {
  expect(measures.filter((path) => path.startsWith("policies/"))).toHaveLength(6);
});

describe.each(measures)("%s", (path) => {
  it("has no finding that is not accepted", () => {
    expect(openFindings(path)).toEqual([]);
  });

  it("gives a reason for what it accepts, of its own for each code and place", () => {
    const accepted = compileFile(path).problems.filter((p) => p.accepted !== undefined);
    expect(accepted.length).toBeGreaterThan(0);
    const codes = new Map<string, Set<string>>();
    for (const p of accepted) {
      expect([...(p.accepted ?? "")].length, p.code).toBeGreaterThanOrEqual(8);
      const of = codes.get(p.accepted!) ?? new Set();
      codes.set(p.accepted!, of.add(p.code));
    }
    // One sentence for several codes says nothing of any of them.
    expect([...codes].filter(([, of]) => of.size > 1).map(([reason]) => reason)).toEqual([]);
  });
});
