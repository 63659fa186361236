import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { printMeasure } from "../../src/compiler/ir/print.ts";
import { verify } from "../../src/compiler/ir/verify.ts";
import { hasErrors } from "../../src/diagnostics/problem.ts";
import { renderProblem } from "../../src/diagnostics/render.ts";
import { SourceText } from "../../src/source/source-text.ts";
import { withoutIncidental } from "../open-points.ts";

/**
 * Every folder of `test/cases/check` is a case. `good`: the measure compiles, its IR keeps its invariants
 * and is the golden `ir.txt`; findings are in `expected.txt`. `bad`: `expected.txt` shows what is said, in
 * both languages. The first line of a case names the code it is about, or with `not` the code that its closed
 * form no longer raises. What `沿用` names lies beside it. `vitest -u` writes the goldens.
 */
const root = fileURLToPath(new URL("../cases/check", import.meta.url));

for (const area of ["good", "bad"] as const) {
  describe(`check, ${area}`, () => {
    for (const name of readdirSync(join(root, area)).sort()) {
      it(name, async () => {
        const folder = join(root, area, name);
        const source = new SourceText("input.banfa", readFileSync(join(folder, "input.banfa"), "utf8"));
        const [, not, about] = /^# (not )?(BF\d{4})/.exec(source.text) ?? [];
        const resolve = (reference: string) => {
          const path = join(folder, reference);
          return existsSync(path) ? { path: reference, text: readFileSync(path, "utf8") } : null;
        };
        const compiled = compile(source, { resolve });
        const { measure } = compiled;
        const problems = withoutIncidental(compiled.problems, about === undefined ? [] : [about]);
        const said = problems.map((p) =>
          (["zh", "en"] as const)
            .map((language) => renderProblem(p, compiled.source, { language }))
            .join("\n"),
        );
        await expect(`${said.join("\n\n")}\n`).toMatchFileSnapshot(join(folder, "expected.txt"));
        expect(measure !== null, said.join("\n")).toBe(area === "good");
        // Whether there is a measure is known before its findings are.
        expect(hasErrors(compiled.problems)).toBe(measure === null);
        if (about && not) expect(problems.map((p) => p.code)).not.toContain(about);
        else if (about) expect(problems.map((p) => p.code)).toContain(about);
        if (measure) {
          expect(verify(measure)).toEqual([]);
          await expect(printMeasure(measure)).toMatchFileSnapshot(join(folder, "ir.txt"));
        }
      });
    }
  });
}
