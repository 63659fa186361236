import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type DataInput, parseDataArgument, readDataFiles } from "../../src/data/data-files.ts";
import { type Problem, wording } from "../../src/diagnostics/problem.ts";
import { factProblems } from "./facts-of-schema.ts";
import { leaders, twoKinds } from "./schema-for-tests.ts";

/**
 * Every folder of `test/cases/data` is a case: the files a clerk gives (`data.*` for one kind, otherwise
 * `对象名.*` and `对象名.列表字段.*`) and `expected.txt`, what is said and read. `vitest -u` writes the latter.
 */

const root = fileURLToPath(new URL("../cases/data", import.meta.url));

for (const area of ["good", "bad"]) {
  describe(`data, ${area}`, () => {
    for (const name of readdirSync(join(root, area)).sort()) {
      it(name, async () => {
        const folder = join(root, area, name);
        const schema = name.startsWith("two-kinds") ? twoKinds : leaders;
        const read = await readDataFiles(inputsOf(folder), schema);
        const problems = [...read.problems, ...factProblems(read, schema, 2018)];
        const errors = problems.filter((p) => p.severity === "error").length;
        expect(errors > 0, "only bad cases have errors").toBe(area === "bad");
        const text = `${problems.map((p) => shown(p, folder)).join("\n")}\n${cohortText(read.cohort)}`;
        await expect(text).toMatchFileSnapshot(join(folder, "expected.txt"));
      });
    }
  });
}

function inputsOf(folder: string): DataInput[] {
  return readdirSync(folder)
    .filter((f) => f !== "expected.txt")
    .sort()
    .map((f) => {
      const stem = f.slice(0, f.lastIndexOf("."));
      const argument = stem === "data" ? join(folder, f) : `${stem}=${join(folder, f)}`;
      // A missing file cannot lie in the folder: a note names it.
      return f === "missing"
        ? { kind: null, list: null, path: join(folder, "2018年.csv") }
        : parseDataArgument(argument);
    });
}

function shown(p: Problem, folder: string): string {
  const { file, row, sheet, cell, field, subject } = p.data ?? {};
  const place = [
    file === undefined ? "" : relative(folder, file),
    sheet === undefined ? "" : cell === undefined ? sheet : `${sheet}!${cell}`,
    row === undefined || cell !== undefined ? "" : `行 ${row}`,
    field === undefined ? "" : `字段 ${field}`,
    subject === undefined ? "" : `对象 ${subject}`,
  ];
  const lines = (["zh", "en"] as const).map((language) => {
    const { message, help } = wording(p, language);
    return `  ${message} ${help}`.replaceAll(`${dirname(file ?? "")}/`, "");
  });
  return [`${p.severity} ${p.code} ${place.filter((t) => t !== "").join(", ")}`, ...lines].join("\n");
}

/** One line per subject, so that a changed fact is one changed line. */
function cohortText(cohort: object): string {
  return Object.entries(cohort as Record<string, readonly object[]>)
    .map(([kind, subjects]) => [`${kind}:`, ...subjects.map((s) => `  ${JSON.stringify(s)}`)].join("\n"))
    .concat("")
    .join("\n");
}
