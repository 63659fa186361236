import { describe, expect, it } from "vitest";
import { load } from "../../src/compiler/emit/load.ts";
import { binsOf } from "../../src/report/results/charts.ts";
import { EXPLAINED, resultHtml } from "../../src/report/results/page.ts";
import { placeSentences } from "../../src/report/results/place-words.ts";
import { rankedBy } from "../../src/report/results/view.ts";
import { evaluateCohort } from "../../src/runtime/evaluate.ts";
import type { CohortResult, SubjectResult } from "../../src/runtime/result.ts";
import { casesOf, measureOf } from "../policies/support.ts";
import { pageFaults } from "./page-checks.ts";
import { resultTables } from "./tables-of.ts";

/** All cases of a policy as one cohort: many kinds of outcome, many of them undetermined. */
function resultOf(name: string) {
  const measure = measureOf(`policies/${name}/measure.banfa`);
  const compiled = load(measure);
  const { cases } = casesOf(`policies/${name}/cases.yaml`, measure);
  const subjects: SubjectResult[] = [];
  let last: CohortResult | null = null;
  for (const [i, test] of cases.entries()) {
    const { year, period, parameters, history, date, cohort } = test;
    last = evaluateCohort(compiled, cohort, {
      year,
      period,
      parameters: parameters.values,
      ...(history && { history }),
      ...(date !== null && { date }),
    }).result;
    subjects.push(...last.subjects.map((s) => ({ ...s, id: `${i + 1}-${s.id}` })));
  }
  return { measure, tables: compiled.tables, result: { ...last!, subjects } };
}

const POLICIES = ["guangxi", "jiange", "nandan", "xizang", "yanglousi", "yingshan"];

describe.each(POLICIES)("the result of %s as a page", (name) => {
  const input = resultOf(name);

  it("is sound in both languages", () => {
    const page = resultHtml({ ...input, language: "zh" });
    expect(pageFaults(page)).toEqual([]);
    expect(pageFaults(resultHtml({ ...input, language: "en" }))).toEqual([]);
    if (name === "yanglousi") expect(resultHtml({ ...input, language: "zh" })).toBe(page);
    for (const s of input.result.subjects.slice(0, 20)) expect(page).toContain(s.id);
  });

  it("has tables whose rows fit their heads, with every consequence and every open point", () => {
    const { result } = input;
    const tables = resultTables({ ...input, language: "zh" });
    for (const t of tables)
      for (const row of t.rows()) expect([t.title, row.length]).toEqual([t.title, t.columns.length]);
    // A measure without grades has no table of their shares.
    expect(tables.filter((t) => [...t.rows()].length === 0).map((t) => t.title)).toEqual([]);
    const rows = (key: string) => tables.filter((t) => t.key === key).flatMap((t) => [...t.rows()]);
    expect(rows("subjects")).toHaveLength(result.subjects.length);
    expect(rows("consequences")).toHaveLength(result.subjects.flatMap((s) => s.consequences).length);
    const open = result.subjects.flatMap((s) => [
      ...s.undetermined,
      ...Object.values(s.records ?? {}).flatMap((list) => list.flatMap((r) => r.undetermined)),
    ]);
    expect(rows("undetermined")).toHaveLength(open.length);
    for (const row of rows("undetermined")) expect(row.at(-1)).not.toBe("");
  });
});

describe("ranks that a measure computes itself", () => {
  const input = resultOf("yanglousi");
  const ranking = resultTables({ ...input, language: "zh" }).filter((t) => t.key === "ranking");

  it("have a table beside the ranking that grades go by", () => {
    expect(ranking.map((t) => [t.title, t.columns.map((c) => c.head)])).toEqual([
      ["排名 村社区 考核得分", ["名次", "编号", "考核得分(分)", "考核结果"]],
      ["排名 村社区 分类名次", ["排名类别", "名次", "编号", "考核得分(分)", "考核结果"]],
    ]);
  });

  it("give the places that results have, in their order, and none where the place is open", () => {
    const given = new Map(input.result.subjects.map((s) => [s.id, s.values.分类名次]));
    const rows = [...ranking[1]!.rows()];
    const open = rows.filter((r) => r[1] === "未定");
    expect(open.length).toBeGreaterThan(0);
    expect(rows.length - open.length).toBeGreaterThan(10);
    for (const [i, [group, place, id]] of rows.entries()) {
      expect(place).toBe(given.get(String(id)) ?? "未定");
      const before = rows[i - 1];
      if (before?.[0] === group && place !== "未定") expect(before![1]).toBeLessThanOrEqual(place as number);
    }
  });
});

describe("a page of results", () => {
  const { measure, tables, result } = resultOf("guangxi");
  const input = (subjects: readonly SubjectResult[]) =>
    ({ measure, tables, language: "zh", result: { ...result, subjects } }) as const;
  const of = (kind: string) => result.subjects.filter((s) => s.kind === kind);

  it("is there for nobody, for one, and where everything is open", () => {
    const open = result.subjects.filter((s) => Object.values(s.grades).some((g) => g.grade === null));
    expect(open.length).toBeGreaterThan(3);
    for (const subjects of [[], of("包点领导").slice(0, 1), open]) {
      const page = resultHtml(input(subjects));
      expect(pageFaults(page)).toEqual([]);
      expect(page).toContain(subjects.length === 0 ? "没有考核对象" : `<b>${subjects.length}</b>`);
    }
  });

  it("stays within bounds for thousands, and explains first those who will ask", () => {
    const many = Array.from({ length: 2000 }, (_, i) => {
      const s = result.subjects[i % result.subjects.length]!;
      return { ...s, id: `${s.id}#${i}` };
    });
    const page = resultHtml(input(many));
    expect(page.length).toBeLessThan(2_500_000);
    expect(page.match(/class="why"/g)).toHaveLength(EXPLAINED);
    const few = resultHtml(input(many.slice(0, 600)), { subjects: 3 });
    expect(few.match(/class="why"/g)).toHaveLength(3);
    expect(pageFaults(few)).toEqual([]);
  });

  it("shows names from data as text", () => {
    const nasty = `"><script>alert(1)</script>`;
    const [first] = of("包点领导");
    const page = resultHtml(
      input([
        { ...first!, id: nasty, facts: { ...first!.facts, 县: nasty, 设区市: nasty } },
        of("包点领导")[1]!,
      ]),
      { by: "设区市" },
    );
    expect(pageFaults(page)).toEqual([]);
    expect(page).not.toContain("<script");
  });
});

describe("a ranking", () => {
  const { measure, tables, result } = resultOf("guangxi");
  const by = rankedBy(measure)[0]!;
  const like = result.subjects.find((s) => s.kind === "包点领导")!;
  const scored = (id: string, score: number | null | { num: string; den: string; text: string }) => ({
    ...like,
    id,
    values: { 综合得分: score },
  });

  it("gives equal scores one place, exactly, and says between which places what is open may still come", () => {
    const third = { num: "1", den: "3", text: "0.333333" };
    const list = [
      scored("甲", third),
      scored("乙", null),
      scored("丙", 0.333333),
      scored("丁", third),
      scored("戊", 1),
    ];
    const table = resultTables({
      measure,
      tables,
      language: "zh",
      result: { ...result, subjects: list },
    }).find((t) => t.key === "ranking")!;
    const [place, id] = [by.groups.length, by.groups.length + 1];
    expect([...table.rows()].map((r) => [r[id], r[place]])).toEqual([
      ["戊", "1~2"],
      ["甲", "2~3"],
      ["丁", "2~3"],
      ["丙", "4~5"],
      ["乙", "1~5"],
    ]);
  });

  it("counts only those before whom an open score may come", () => {
    const open = scored("乙", null);
    const undetermined = [
      { what: "value" as const, name: "综合得分", cite: "", possible: ["60分", "80分"], because: [] },
    ];
    const list = [
      scored("甲", 90),
      { ...open, undetermined },
      scored("丙", 80),
      scored("丁", 70),
      scored("戊", 50),
    ];
    expect(placesIn(list)).toEqual([
      ["甲", 1],
      ["丙", 2],
      ["丁", "3~4"],
      ["戊", 5],
      ["乙", "2~4"],
    ]);
    const input = { measure, tables, result: { ...result, subjects: list } };
    expect(list.flatMap((s) => placeSentences(s, { ...input, language: "zh" }))).toEqual([
      "名次：按 综合得分 由高到低排第1名，共5名。",
      "名次：按 综合得分 由高到低排名，尚不能确定，在第2名至第4名之间，共5名。",
      "名次：按 综合得分 由高到低排第2名，共5名。",
      "名次：按 综合得分 由高到低排名，尚不能确定，在第3名至第4名之间，共5名。",
      "名次：按 综合得分 由高到低排第5名，共5名。",
    ]);
    const page = resultHtml({ ...input, language: "en" });
    expect(page).toContain("Rank by 综合得分, highest first: not settled, between 2 and 4 of 5.");
  });

  const placesIn = (subjects: readonly SubjectResult[]) => {
    const table = resultTables({ measure, tables, language: "zh", result: { ...result, subjects } }).find(
      (t) => t.key === "ranking",
    )!;
    const [place, id] = [by.groups.length, by.groups.length + 1];
    return [...table.rows()].map((r) => [r[id], r[place]]);
  };
});

describe("a ranking with a tie break and with some who do not take part", () => {
  const { measure, tables, result } = resultOf("yanglousi");
  const by = rankedBy(measure).find((r) => r.tieBreak !== null)!;
  const like = result.subjects.find((s) => s.kind === "村社区")!;
  const village = (id: string, score: number, tie: number | null, out: boolean | null) => ({
    ...like,
    id,
    values: { ...like.values, [by.score]: score },
    facts: { ...like.facts, 并列次序: tie, 突出问题: out },
  });
  const rows = (...subjects: SubjectResult[]) => {
    const table = resultTables({ measure, tables, language: "zh", result: { ...result, subjects } }).find(
      (t) => t.key === "ranking",
    )!;
    return [...table.rows()].map((r) => [r[by.groups.length + 1], r[by.groups.length]]);
  };

  it("parts equals as the measure says, and counts only who ranks", () => {
    expect(
      rows(
        village("甲", 80, 2, false),
        village("乙", 95, 0, true),
        village("丙", 80, 1, false),
        village("丁", 80, 1, false),
        village("戊", 70, 0, false),
      ),
    ).toEqual([
      ["丙", 1],
      ["丁", 1],
      ["甲", 3],
      ["戊", 4],
      ["乙", "不参加排名"],
    ]);
  });

  it("leaves open what is not known of the tie break and of who ranks", () => {
    expect(
      rows(
        village("甲", 80, null, false),
        village("乙", 75, 0, null),
        village("丙", 80, 1, false),
        village("丁", 70, 0, false),
      ),
    ).toEqual([
      ["丙", "1~2"],
      ["甲", "1~2"],
      ["丁", "3~4"],
      ["乙", "未定"],
    ]);
  });
});

describe("classes of a histogram", () => {
  it.each([
    [[50], 1],
    [[0, 0, 0], 1],
    [[-3.5, 0, 100], 6],
    [[0.1, 0.2, 0.3], 4],
    [Array.from({ length: 1000 }, (_, i) => i / 10), 20],
  ])("%j", (values, most) => {
    const bins = binsOf(values);
    expect(bins.reduce((sum, b) => sum + b.count, 0)).toBe(values.length);
    expect(bins.length).toBeLessThanOrEqual(Math.max(most, 24));
    for (const v of values) expect(bins.some((b) => b.from <= v && v <= b.to)).toBe(true);
    for (const [i, b] of bins.entries()) if (i > 0) expect(b.from).toBe(bins[i - 1]!.to);
  });
});
