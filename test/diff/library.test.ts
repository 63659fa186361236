import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/diff/index.ts";
import { runs } from "../laws/runs.ts";

/** `banfa/diff` as programs use it. */

const text = readFileSync("policies/guangxi/measure.banfa", "utf8");
const stricter = text.replace("低于60分", "低于65分");
const plain = { 安全事故: "无", 资金问题: "无", 监管问题: "无", 弄虚作假: false, 违纪违法: false };
const cohort = { 包点领导: [{ 编号: "甲", 平时考核分: 28, 年终考核分: 35, 建房进度: 80, ...plain }] };
const context = { year: 2018, parameters: { 优秀名额: 1 }, history: [] };

const schema = (name: string) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8"));
const ajv = new Ajv({ allowUnionTypes: true, schemas: ["result", "history", "problems"].map(schema) });
const isReport = ajv.compile(schema("diff"));
const problemsOf = (report: object): unknown => (isReport(report) ? null : isReport.errors);

describe("compare", () => {
  it("finds nothing in the same text, and the mirror the other way round", () => {
    const none = compare(text, text);
    expect([none.level, none.direction, none.changes]).toEqual([null, "none", []]);
    expect(problemsOf(none.json())).toBe(null);
    expect([compare(text, stricter).direction, compare(stricter, text).direction]).toEqual([
      "stricter",
      "looser",
    ]);
  });

  it("tells each change in the language that is asked for, or else in that of the new text", () => {
    const found = compare(text, stricter);
    const [change] = found.changes;
    expect(found.heading(change!)).toBe("第十七条(二)");
    expect(found.sentences(change!)).toEqual(["综合得分 的界限 低于60分 → 低于65分"]);
    expect(found.sentences(change!, { lang: "en" })).toEqual(["limit of 综合得分: 低于60分 → 低于65分"]);
    expect(found.evidence(change!)).toBe(null);
  });

  it("compares texts with errors by their words", () => {
    const found = compare(text, stricter.replace("平时考核分 + 年终考核分", "平时考核分 + 没有的分"));
    expect([found.basis, found.level, found.direction]).toEqual(["text", "outcome", "either"]);
    expect(found.errors.map((e) => e.length)).toEqual([0, 1]);
    expect(found.impact(cohort, context)).toBe(null);
    expect(problemsOf(found.json())).toBe(null);
  });

  it("says who moves on a cohort, in every form of report", () => {
    const found = compare(text, stricter, { name: "guangxi.banfa" });
    const { impact, problems } = found.impact(cohort, context)!;
    expect(problems).toEqual([[], []]);
    expect(impact.moved).toEqual([
      {
        ...{ kind: "包点领导", id: "甲", scale: "考核等次", old: "基本称职", new: "不称职" },
        ...{ direction: "down", because: ["第十七条(二)"], displaced: false },
      },
    ]);
    const options = { lang: "en", old: "2024", new: "2025", impact } as const;
    expect(problemsOf(found.json(options))).toBe(null);
    expect(found.json(options)).toMatchObject({ old: "2024", new: "2025", level: "outcome", impact });
    expect(found.markdown(options)).toContain("▼ 基本称职 → 不称职");
    expect(found.html(options)).toMatch(/^<!doctype html>[\s\S]*▼ 基本称职 → 不称职/i);
    const [change] = found.changes;
    expect(JSON.parse(found.sarif(options)).runs[0].results[0].partialFingerprints).toEqual({
      "banfaChange/v1": change!.fingerprint,
    });
    expect(found.github(options)).toContain("file=guangxi.banfa");
    expect(found.github({ ...options, approved: [change!.fingerprint] })).toBe("");
  });

  it("finds somebody who fares differently, and leaves the comparison as it was", async () => {
    const found = compare(text, stricter);
    const proved = await found.prove({ year: 2018 });
    expect(proved.evidence(proved.changes[0]!, { lang: "en" })).toMatchObject({
      status: "differs",
      example: { changes: expect.arrayContaining(["考核等次: 基本称职 → 不称职"]) },
    });
    expect(problemsOf(proved.json())).toBe(null);
    expect(found.evidence(found.changes[0]!)).toBe(null);
    expect(found.json()).not.toHaveProperty("files.0.proof");
  });

  it("reads layers: against their base, and on another version of it", () => {
    const layer = `办法 某市细则 沿用 “base.banfa”\n施行 2024-06-01\n第一条\n  设定 优秀名额 = 2名\n`;
    const base = (of: string) => () => ({ path: "base.banfa", text: of });
    const own = compare(text, layer, { name: "layer.banfa", resolve: base(text) });
    expect([own.errors, own.basis]).toEqual([[[], []], "meaning"]);
    expect(own.changes.map((c) => own.heading(c))).toContain("〔某市细则〕第一条");
    expect([own.level, own.direction]).toEqual(["data", "none"]);
    const moved = compare(layer, layer, { name: "layer.banfa", resolve: [base(text), base(stricter)] });
    expect(moved.changes.map((c) => [moved.heading(c), c.direction])).toEqual([["第十七条(二)", "stricter"]]);
    const alone = compare(layer, layer);
    expect(alone.basis).toBe("text");
  });
});

describe("a ranking of which a new clause takes some", () => {
  const measure = (more: string) => `办法 镇考核
对象 村,标识 编号
  编号: 文字
  得分: 0至100分
  事故: 是否
第一条
  等次 考核等次 由高到低 优秀、合格、不合格
  依 得分 由高到低 排名 评定 考核等次,并列者一并列入,不含 受限者:
    前2名 为 优秀
    后1名 为 不合格
    其余 为 合格
第二条 得分 低于20分 的,最高评为 合格
${more}`;
  const [old, now] = [measure(""), measure("第三条 事故 的,最高评为 合格\n")];
  /** By hand: the best two that nothing keeps from it; the worst of the others; everybody else. */
  const gradesOf = (all: readonly Village[], barred: (v: Village) => boolean): Record<string, string> => {
    const sorted = all.toSorted((a, b) => b.得分 - a.得分);
    const best = sorted.filter((v) => !barred(v)).slice(0, 2);
    const worst = sorted.filter((v) => !best.includes(v)).slice(-1);
    return Object.fromEntries(
      all.map((v) => [v.编号, best.includes(v) ? "优秀" : worst.includes(v) ? "不合格" : "合格"]),
    );
  };
  interface Village {
    readonly 编号: string;
    readonly 得分: number;
    readonly 事故: boolean;
  }

  it("displaces just those of whom nothing changed but the place", () => {
    const change = compare(old, now);
    const village = fc.record({ 得分: fc.integer({ min: 0, max: 100 }), 事故: fc.boolean() });
    const villages = fc.uniqueArray(village, { minLength: 2, maxLength: 8, selector: (v) => v.得分 });
    let displaced = 0;
    fc.assert(
      fc.property(villages, (drawn) => {
        const all = drawn.map((v, i): Village => ({ 编号: `村${i + 1}`, ...v }));
        const before = gradesOf(all, (v) => v.得分 < 20);
        const after = gradesOf(all, (v) => v.得分 < 20 || v.事故);
        const expected = all
          .filter((v) => before[v.编号] !== after[v.编号])
          .map((v) => [v.编号, before[v.编号], after[v.编号], !v.事故]);
        const { moved } = change.impact({ 村: all.map((v) => ({ ...v })) }, { year: 2018 })!.impact;
        expect(moved.map((m) => [m.id, m.old, m.new, m.displaced]).sort()).toEqual(expected.sort());
        displaced += moved.filter((m) => m.displaced).length;
      }),
      runs(60),
    );
    expect(displaced).toBeGreaterThan(10);
  });
});
