import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "../../src/source/unified-diff.ts";

/** What `patch` does with a diff, strictly: every context line and removed line must be where it says. */
function patch(before: string, diff: string): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  const body = (diff.match(/[^\n]*\n/g) ?? []).slice(2);
  for (let i = 0; i < body.length; i++) {
    const line = body[i]!;
    const head = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n$/.exec(line);
    if (head) {
      const start = head[2] === "0" ? Number(head[1]) : Number(head[1]) - 1;
      while (at < start) result.push(lines[at++]!);
      expect(result.length).toBe(head[4] === "0" ? Number(head[3]) : Number(head[3]) - 1);
      continue;
    }
    const whole = body[i + 1]?.startsWith("\\") === true ? line.slice(1, -1) : line.slice(1);
    if (line.startsWith("\\")) continue;
    if (line[0] !== "+") expect(lines[at++]).toBe(whole);
    if (line[0] !== "-") result.push(whole);
  }
  return [...result, ...lines.slice(at)].join("");
}

const text = fc
  .array(fc.constantFrom("甲", "乙", "-", "+++", "@@ -1 +1 @@", "", "丙\r"), { maxLength: 14 })
  .chain((lines) => fc.constantFrom(lines.join("\n"), `${lines.join("\n")}\n`));

describe("a unified diff", () => {
  it("turns one text into the other", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(patch(a, unifiedDiff("x", a, b))).toBe(b);
      }),
    );
  });

  it("is empty for equal texts", () => {
    fc.assert(
      fc.property(text, (a) => {
        expect(unifiedDiff("x", a, a)).toBe("");
      }),
    );
  });

  it("shows three lines around a change, and one hunk for changes near each other", () => {
    const lines = Array.from({ length: 30 }, (_, i) => `${i + 1}\n`);
    const changed = lines.map((line, i) => (i === 4 || i === 9 || i === 25 ? "x\n" : line));
    const diff = unifiedDiff("a.banfa", lines.join(""), changed.join(""));
    expect(diff.match(/^@@.*$/gm)).toEqual(["@@ -2,12 +2,12 @@", "@@ -23,7 +23,7 @@"]);
    expect(diff.split("\n").slice(0, 7)).toEqual([
      "--- a.banfa",
      "+++ a.banfa",
      "@@ -2,12 +2,12 @@",
      " 2",
      " 3",
      " 4",
      "-5",
    ]);
  });
});
