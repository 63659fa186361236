/** What a developer takes for granted of a library: it changes nothing, remembers nothing, and gives plain data. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, format, type Measure, wording } from "../../src/index.ts";
import type { Facts } from "../../src/runtime/index.ts";

function measureAt(path: string): Measure {
  const { measure } = compile(readFileSync(path, "utf8"), { name: path });
  if (measure === null) throw new Error(`${path} has errors`);
  return measure;
}

const guangxi = measureAt("policies/guangxi/measure.banfa");
const tour = measureAt("examples/language-tour/measure.banfa");
const context = { kind: "包点领导", year: 2018, history: [] };
const good = {
  ...{ 编号: "甲", 平时考核分: 24.5, 年终考核分: 33, 加减分: 0, 建房进度: 80 },
  ...{ 安全事故: "无", 资金问题: "无", 监管问题: "无", 弄虚作假: false, 违纪违法: false },
};
const caught: Facts = { 编号: "乙", 弄虚作假: true };

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key of Object.keys(value)) frozen((value as Readonly<Record<string, unknown>>)[key]);
  }
  return value;
}

describe("inputs", () => {
  it("may be frozen, and are as they were", () => {
    for (const facts of [good, caught, {}, { 编号: 1, 建房进度: "?" }]) {
      const before = structuredClone(facts);
      const plain = guangxi.evaluate(facts, context);
      const given = frozen(structuredClone(facts));
      const outcome = guangxi.evaluate(given, frozen({ ...context, parameters: { 优秀名额: 1 } }));
      expect(outcome.report.clauses).toEqual(plain.report.clauses);
      expect(facts).toEqual(before);
      guangxi.missing(given, frozen({ ...context }));
    }
    const cohort = frozen({ 包点领导: [good, caught].map((f) => ({ ...f })) });
    const all = guangxi.evaluateAll(cohort, context);
    expect(all.result.subjects).toHaveLength(2);
    // A result is the history of the next year.
    const next = guangxi.evaluateAll(cohort, { year: 2019, history: frozen([all.result]) });
    expect(next.result.subjects).toHaveLength(2);
  });

  it("in typed arrays are as they were", () => {
    const columns = {
      ...{ 平时考核分: Float64Array.of(24.5), 年终考核分: Float64Array.of(33), 建房进度: Int32Array.of(80) },
      ...{ 安全事故: Uint8Array.of(0), 资金问题: ["无"], 监管问题: ["无"], 弄虚作假: [false] },
      违纪违法: Uint8Array.of(0),
    };
    const before = structuredClone(columns);
    const parameters = { 优秀名额: 1 };
    const out = guangxi.evaluateColumns(
      { kind: "包点领导", columns },
      { year: 2018, parameters, history: [] },
    );
    expect(out?.size).toBe(1);
    expect(columns).toEqual(before);
  });

  it("may change afterwards: an outcome keeps to what it was given", () => {
    const facts: Record<string, unknown> = { ...good };
    const outcome = guangxi.evaluate(facts, context);
    facts.弄虚作假 = true;
    expect(outcome.report.clauses.map((c) => c.cite)).toEqual(outcome.reasons);
  });

  it("that no type allows are named", () => {
    const wrong = guangxi.evaluate as (facts: unknown, context?: unknown) => unknown;
    const call = (facts: unknown, given?: unknown) => () => wrong.call(guangxi, facts, given);
    expect(call(good)).toThrow("kind must be one of: 包点领导, 考核人员");
    expect(call(good, { kind: "包点领导" })).toThrow("context.year must be a whole number");
    expect(call(good, { ...context, year: "2018" })).toThrow("context.year must be a whole number");
    for (const facts of [null, undefined, 5, "甲", []]) expect(call(facts, context)).not.toThrow();
  });
});

describe("outcomes", () => {
  it("as JSON say what is open and why", () => {
    const outcome = guangxi.evaluate({ 编号: "丙" }, context);
    const json = JSON.parse(JSON.stringify(outcome));
    expect(json).toMatchObject({ kind: "包点领导", id: "丙", grades: { 考核等次: null }, settled: false });
    expect(json.undetermined).toEqual(outcome.undetermined);
    expect(JSON.parse(JSON.stringify(outcome.report))).toEqual(outcome.report);
  });

  it("can be sent to a worker and back", () => {
    const outcome = guangxi.evaluate(caught, context);
    expect(structuredClone(outcome)).toEqual({ ...outcome });
    expect(structuredClone(outcome.report)).toEqual(outcome.report);
    const all = guangxi.evaluateAll({ 包点领导: [good, caught] }, context);
    expect(structuredClone(all.result)).toEqual(all.result);
  });
});

describe("measures", () => {
  it("know nothing of each other, even in the middle of an evaluation", () => {
    const tourFacts = { 编号: "1", 平时考核分: 20, 年终考核分: 30, 弄虚作假: false };
    const alone = {
      cohort: guangxi.evaluateAll({ 包点领导: [good] }, { year: 2018, history: [] }).result.subjects[0],
      guangxi: guangxi.evaluate(good, context).report,
      tour: tour.evaluate(tourFacts, { year: 2018 }).report,
    };
    let within: unknown;
    const nosy = Object.defineProperty({ ...good }, "建房进度", {
      enumerable: true,
      get() {
        within = tour.evaluate(tourFacts, { year: 2018 }).report;
        return 80;
      },
    });
    for (let i = 0; i < 3; i++) {
      const { result } = guangxi.evaluateAll({ 包点领导: [nosy] }, { year: 2018, history: [] });
      expect(result.subjects[0]).toEqual(alone.cohort);
      expect(within).toEqual(alone.tour);
      const again = measureAt("policies/guangxi/measure.banfa");
      expect(again.evaluate(good, context).report).toEqual(alone.guangxi);
      expect(tour.evaluate(tourFacts, { year: 2018 }).report).toEqual(alone.tour);
    }
  });

  it("say where a problem stands", () => {
    const { measure, problems, source } = compile(
      "办法 甲\n对象 村,标识 编号\n  编号: 文字\n第一条 甲 = 乙\n",
    );
    expect(measure).toBe(null);
    const [first] = problems;
    expect(source.position(first!.span!.start)).toEqual({ line: 4, column: 9 });
    expect(wording(first!, "en").message).not.toBe("");
  });

  it("are laid out from their text", () => {
    const text = readFileSync("examples/language-tour/measure.banfa", "utf8");
    const once = format(text).text;
    expect(format(once!).text).toBe(once);
  });
});
