import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { type Code, catalogue, lookUp } from "../../src/diagnostics/catalogue/index.ts";
import { measureOf } from "../../src/diagnostics/explanations/explanation.ts";
import { explanations } from "../../src/diagnostics/explanations/index.ts";
import { edited } from "../../src/diagnostics/fixes.ts";
import type { Problem } from "../../src/diagnostics/problem.ts";
import { SourceText } from "../../src/source/source-text.ts";

/** Every edit offered for a slip or a matter of style removes what it is offered for; closings.test.ts tries the others. */

const cases = join(import.meta.dirname, "../cases");
/** What is about something else is left to its own tests. */
const texts = ["check/bad", "check/good", "parser/bad"]
  .flatMap((area) => readdirSync(join(cases, area)).map((name) => ({ area, name })))
  .filter(({ area, name }) => area === "parser/bad" || /^bf[125]/.test(name))
  .map(({ area, name }) => readFileSync(join(cases, area, name, "input.banfa"), "utf8"))
  .concat(
    Object.entries(explanations).flatMap(([code, { example }]) =>
      example && /^BF[125]/.test(code) ? [measureOf(example, "wrong")] : [],
    ),
  );

const problemsOf = (text: string) => compile(new SourceText("m.banfa", text)).problems;
const keyOf = (p: Problem) => JSON.stringify([p.code, p.parameters]);
const isSyntax = (p: Problem) => p.code.startsWith("BF1") && p.severity === "error";

/** A line that holds a second slip behind the one that was put right. */
const SECOND_SLIP = ["对 本人约谈"];

/** Style that only its author can put right. */
const WITHOUT_EDIT: Readonly<Record<string, string>> = {
  "one of two clauses, or a clause, would have to go": "BF5102 BF5104 BF5107 BF5109 BF5111 BF5112",
  "which figure was meant": "BF5110",
  "which spelling or numbering was meant": "BF5106 BF5108",
};

it("edits for slips and style remove what they are offered for", () => {
  const tried = new Set<string>();
  const raised = new Set<string>();
  for (const text of texts) {
    const before = problemsOf(text);
    for (const p of before) raised.add(p.code);
    for (const p of before.filter((q) => lookUp(q.code)?.ambiguity === undefined))
      for (const { edits, zh } of p.fixes ?? []) {
        const after = problemsOf(edited(text, edits));
        const shown = `${p.code} ${zh}\n${edited(text, edits)}`;
        const count = (list: readonly Problem[]) => list.filter((q) => keyOf(q) === keyOf(p)).length;
        expect(count(after), shown).toBeLessThan(count(before));
        if (!SECOND_SLIP.some((words) => text.includes(words)))
          expect(after.filter(isSyntax).length, shown).toBeLessThanOrEqual(before.filter(isSyntax).length);
        tried.add(p.code);
      }
  }
  expect([...tried].sort().join(" ")).toMatchInlineSnapshot(
    `"BF1001 BF1002 BF1003 BF1021 BF1025 BF1034 BF1036 BF1038 BF1042 BF1062 BF1063 BF1064 BF1065 BF1066 BF1067 BF1068 BF1069 BF1070 BF1071 BF1072 BF1073 BF1082 BF1093 BF1097 BF1098 BF1099 BF2001 BF2002 BF2008 BF2013 BF2031 BF5103"`,
  );
  const style = (Object.keys(catalogue) as Code[]).filter(
    (c) => c.startsWith("BF5") && raised.has(c) && !tried.has(c) && lookUp(c)!.ambiguity === undefined,
  );
  expect(style.sort()).toEqual(
    Object.values(WITHOUT_EDIT)
      .flatMap((list) => list.split(" "))
      .sort(),
  );
});
