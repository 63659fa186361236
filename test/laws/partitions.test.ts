import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { runInBatches } from "../../src/cli/batch/run.ts";
import type { Options } from "../../src/cli/command.ts";
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/program.ts";
import { session } from "../../src/cli/session.ts";
import { workbookBytes } from "../../src/data/workbook/write.ts";
import { punchHoles } from "../generators/holes.ts";
import { lifelikeCohort } from "../generators/lifelike.ts";
import { csvOf, type TextTable, tablesOf } from "../generators/tables.ts";
import { tapeNumbers } from "../generators/tape.ts";
import { measureOf } from "../policies/support.ts";
import type { RawCohort } from "../reference/reference.ts";
import { contextOf } from "./product.ts";
import { runs } from "./runs.ts";

/**
 * Data of several files, with records and links, have in partitions the result that they have all at once, to the byte. The
 * partitions are so small that nearly every subject has one of its own.
 */

const MEASURES = ["guangxi", "xizang", "yanglousi", "nandan", "yingshan", "jiange"];
/** As a CSV for each table, a workbook with a sheet for each, or a document. */
const INPUTS = ["csv", "xlsx", "json"] as const;
const FORMATS = ["json", "csv", "xlsx", "html", "parquet", "md"] as const;

const folder = mkdtempSync(join(tmpdir(), "banfa-partitions-"));
afterAll(() => rmSync(folder, { recursive: true }));

const io = (): Io & { said: string } => {
  const all = {
    said: "",
    ...{ colours: false, errColours: false, columns: 100, locale: "zh-CN", env: {} },
    out: () => {},
    err: (text: string) => {
      all.said += text;
    },
  };
  return all;
};

async function given(
  form: (typeof INPUTS)[number],
  tables: readonly TextTable[],
  cohort: RawCohort,
  at: (file: string) => string,
): Promise<string[]> {
  const nameOf = ({ kind, list }: TextTable) => (list === null ? kind : `${kind}.${list}`);
  if (form === "json") {
    writeFileSync(at("d.json"), JSON.stringify(cohort, null, 1));
    return [at("d.json")];
  }
  if (form === "xlsx") {
    const sheets = tables.map((t) => ({ name: nameOf(t), rows: [t.header, ...t.rows] }));
    writeFileSync(at("d.xlsx"), await workbookBytes(sheets, { title: "" }));
    return [at("d.xlsx")];
  }
  return tables.map((table, i) => {
    writeFileSync(at(`${i}.csv`), csvOf(table));
    return `${nameOf(table)}=${at(`${i}.csv`)}`;
  });
}

describe.each(MEASURES)("partitions of policies/%s", (name) => {
  const path = `policies/${name}/measure.banfa`;
  const measure = measureOf(path);
  const { numRuns, seed } = runs(process.env.BANFA_TESTS === "apps" ? 6 : 2);
  const samples = fc.sample(fc.tuple(lifelikeCohort(measure), tapeNumbers(400)), { numRuns, seed });

  it("give the result of all at once", async () => {
    let inPartitions = 0;
    for (const [round, [c, tape]] of samples.entries()) {
      const { cohort, context } = round % 3 === 2 ? punchHoles(measure, c, tape) : c;
      const format = FORMATS[(MEASURES.indexOf(name) + Math.floor(round / 2)) % FORMATS.length]!;
      const at = (file: string) => join(folder, `${name}${round}`, file);
      mkdirSync(at(""));
      const data = await given(INPUTS[round % INPUTS.length]!, tablesOf(measure, cohort), cohort, at);
      writeFileSync(at("p.yaml"), JSON.stringify(context.parameters ?? {}));
      const { history, date } = contextOf(context);
      if (history) writeFileSync(at("h.json"), JSON.stringify(history));
      const settings = {
        ...{ year: String(context.year), params: at("p.yaml") },
        ...(date === undefined ? {} : { date }),
      };
      const past = history ? [at("h.json")] : [];
      const settled = [
        ...Object.entries(settings).flatMap(([option, value]) => [`--${option}`, value]),
        ...past.flatMap((file) => ["--history", file]),
      ];
      const whole = io();
      const files = data.flatMap((d) => ["--data", d]);
      await main(["run", path, ...files, ...settled, "--out", at(`whole.${format}`)], whole);
      const options: Options = {
        ...settings,
        history: past,
        data,
        out: at(`parts.${format}`),
        memory: "600MB",
      };
      const s = await session(io(), { format: "text" });
      const done = await runInBatches(s, measure, options, "zh", 3);
      expect(readdirSync(at("")).filter((f) => f.startsWith("."))).toEqual([]);
      if (done.kind === "refused") {
        // What takes all data at once is said to do so.
        expect(done.problems.map((p) => p.code)).toEqual(["BF9043"]);
        continue;
      }
      expect(done.kind).toBe("done");
      inPartitions++;
      const texts = ["parts", "whole"].map((of) => readFileSync(at(`${of}.${format}`), "latin1"));
      // Not with a comparison that shows a difference of thousands of lines.
      if (texts[0] !== texts[1])
        throw new Error(`${at("")}: results differ (${format}); ${whole.said.slice(0, 300)}`);
    }
    expect(inPartitions).toBeGreaterThan(0);
  });
});
