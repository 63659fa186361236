import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type EncodeSetup, encoderFor } from "../../src/cli/batch/results/encode.ts";
import { openSink } from "../../src/cli/batch/results/open-sink.ts";
import { UNHURRIED } from "../../src/cli/batch/results/sink.ts";
import { OUT_FORMATS, type OutFormat } from "../../src/cli/data-options.ts";
import { main } from "../../src/cli/program.ts";
import { writeResult } from "../../src/cli/results-file.ts";
import { load } from "../../src/compiler/emit/load.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import type { CohortResult, SubjectResult } from "../../src/runtime/result.ts";
import { casesOf, measureOf } from "../policies/support.ts";

/** A result in parts, as threads hand them over, becomes the file that it becomes at once, in every format. */

const folder = mkdtempSync(join(tmpdir(), "banfa-sinks-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Some cases of a policy as one cohort, kind by kind as an evaluation gives them. */
function inputOf(name: string) {
  const measure = measureOf(`policies/${name}/measure.banfa`);
  const compiled = load(measure);
  const { cases } = casesOf(`policies/${name}/cases.yaml`, measure);
  const subjects: SubjectResult[] = [];
  let last: CohortResult | null = null;
  for (const [i, { year, period, parameters, history, date, cohort }] of cases.slice(0, 60).entries()) {
    last = evaluateCohort(compiled, cohort, {
      year,
      period,
      parameters: parameters.values,
      ...(history && { history }),
      ...(date !== null && { date }),
    }).result;
    subjects.push(...last.subjects.map((s) => ({ ...s, id: `${i + 1}-${s.id}` })));
  }
  const order = measure.subjects.map((k) => k.name);
  subjects.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return { measure, tables: compiled.tables, language: "zh", result: { ...last!, subjects } } as const;
}

type Input = ReturnType<typeof inputOf>;

const setupOf = ({ result, language }: Input, format: OutFormat): EncodeSetup => ({
  format,
  language,
  kinds: [...new Set(result.subjects.map((s) => s.kind))],
});

async function sinkFor(path: string, input: Input, format: OutFormat) {
  const { measure, tables, result } = input;
  const sink = await openSink(path, setupOf(input, format), {
    measure,
    tables,
    empty: { ...result, subjects: [] },
  });
  if ("code" in sink) throw new Error(sink.code);
  return sink;
}

/** Computed in another order and in small batches, then put back in order by the lengths of the parts. */
function partsOf(input: Input, format: OutFormat): Uint8Array[] {
  const encode = encoderFor(setupOf(input, format), input.tables, input.measure);
  const { subjects } = input.result;
  const parts: Uint8Array[] = [];
  for (let first = 0; first < 7; first++) {
    const own = subjects.map((_, i) => i).filter((i) => i % 7 === first);
    const { body, lengths } = encode(own.map((i) => subjects[i]!));
    let at = 0;
    for (const [n, length] of lengths.entries()) {
      parts[own[n]!] = body.slice(at, at + length);
      at += length;
    }
    expect(at).toBe(body.length);
  }
  return parts;
}

describe.each(["guangxi", "nandan", "yanglousi"])("the result of %s in parts", (name) => {
  const input = inputOf(name);

  it.each(OUT_FORMATS)("is the same %s as at once", async (format) => {
    const [whole, pieces] = [join(folder, `${name}-whole`), join(folder, `${name}-parts`)];
    expect(await writeResult(whole, format, input)).toBeNull();
    const sink = await sinkFor(pieces, input, format);
    for (const part of partsOf(input, format)) expect(sink.add(part)).toBeNull();
    expect(await sink.finish()).toBeNull();
    expect(readFileSync(pieces).equals(readFileSync(whole))).toBe(true);
    expect(readdirSync(folder).filter((f) => f.startsWith("."))).toEqual([]);
  });
});

describe("a result that is given up", () => {
  const input = inputOf("guangxi");

  it.each(OUT_FORMATS)("leaves what was there, as %s", async (format) => {
    const path = join(folder, `given-up.${format}`);
    writeFileSync(path, "earlier");
    const early = await sinkFor(path, input, format);
    for (const part of partsOf(input, format)) early.add(part);
    early.abandon();
    expect(readFileSync(path, "utf8")).toBe("earlier");
    const late = await sinkFor(path, input, format);
    for (const part of partsOf(input, format)) late.add(part);
    // What is written at once is there before anybody can stop it.
    if (format === "xlsx") {
      expect(await late.finish({ ...UNHURRIED, stopped: () => true })).toBeNull();
      expect(readFileSync(path, "utf8")).toBe("earlier");
    } else late.abandon();
    expect(readdirSync(folder).filter((f) => f.startsWith("."))).toEqual([]);
  });
});

describe("banfa run", () => {
  const run = async (out: string, ...more: string[]) => {
    const said: string[] = [];
    const put = (text: string) => said.push(text);
    const terminal = { colours: false, errColours: false, columns: 100, locale: "zh_CN.UTF-8", env: {} };
    const data = ["--data", "examples/guangxi-2018/cohort.csv", "--year", "2018", "--out", out, ...more];
    await main(["run", "policies/guangxi/measure.banfa", ...data], { out: put, err: put, ...terminal });
    expect(said.join("")).not.toContain("BF9028");
    return readFileSync(out);
  };

  it.each([
    "xlsx",
    "html",
    "parquet",
  ])("has the same .%s in batches as in the ordinary way", async (ending) => {
    const [a, b] = [join(folder, `ordinary.${ending}`), join(folder, `batches.${ending}`)];
    expect((await run(a)).equals(await run(b, "--batch", "--memory", "800MB"))).toBe(true);
  });
});
