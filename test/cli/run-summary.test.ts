import { describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { summaryText } from "../../src/cli/run-summary.ts";
import { session } from "../../src/cli/session.ts";
import type { Cell, CellBody, Measure, Type } from "../../src/compiler/ir/ir.ts";
import type { CohortResult, SubjectResult } from "../../src/runtime/result.ts";
import { NO_SPAN } from "../../src/source/span.ts";

const io: Io = {
  out: () => {},
  err: () => {},
  colours: false,
  errColours: false,
  columns: 80,
  locale: "zh",
  env: {},
};
const s = await session(io, { format: "text", failOn: "error" });

const number: Type = {
  kind: "number",
  dimension: "分",
  low: null,
  high: null,
  step: null,
  display: { unit: "分", factor: { num: 1n, den: 1n } },
};
const key: Type = { kind: "text" };

function cell(id: number, name: string | null, body: CellBody): Cell {
  return { id, name, text: "", subject: 0, type: number, cite: 0, span: NO_SPAN, stratum: 0, body };
}

function measure(ranked: boolean): Measure {
  const score = cell(0, "得分", {
    kind: "expression",
    expr: { op: "field", type: number, of: "subject", field: 1 },
  });
  const place = cell(1, "等次", {
    kind: "placement",
    enumeration: 0,
    score: 0,
    order: "descending",
    tieBreak: null,
    ties: "share",
    pool: null,
    groups: [],
    ceilings: [],
    rows: [],
    rest: 0,
  });
  const field = (name: string, type: Type) => ({
    name,
    alias: null,
    description: null,
    type,
    optional: false,
    default: null,
    sources: [],
    asFraction: false,
    span: { start: 0, end: 0 },
  });
  return {
    irVersion: 1,
    language: "zh",
    name: "考核",
    title: null,
    documentNumber: null,
    issuers: [],
    effective: null,
    expires: null,
    period: "year",
    citations: [],
    enumerations: [{ name: "等次", kind: "scale", members: ["差", "好"], former: [] }],
    parameters: [],
    actions: [],
    records: [],
    subjects: [{ name: "村", key: 0, fields: [field("编号", key), field("得分", number)] }],
    cells: ranked ? [score, place] : [score],
    clauses: [],
    consequences: [],
    requirements: [],
    assertions: [],
    outline: [],
    procedures: [],
    draws: [],
  };
}

function subject(id: string, score: number | null, grade: string | null, possible: string[]): SubjectResult {
  return {
    id,
    kind: "村",
    facts: {},
    values: { 得分: score },
    grades: {
      等次: {
        grade,
        possible,
        base: null,
        raises: [],
        reductions: [],
        floors: [],
        ceilings: [],
        after: [],
        notAssessed: [],
      },
    },
    clauses:
      grade === "差"
        ? [
            {
              cite: "第二条",
              path: ["第二条"],
              title: null,
              figures: [],
              condition: "得分 低于60分",
              effect: "评为 差",
            },
          ]
        : [],
    consequences:
      grade === "差"
        ? [
            {
              target: "本人",
              targetIds: [],
              action: "约谈",
              category: "惩处",
              polarity: "negative",
              argument: null,
              from: null,
              until: null,
              modality: "may",
              by: [],
              choice: [],
              cites: ["第三条"],
              mitigation: [],
            },
          ]
        : [],
    findings: [],
    undetermined:
      score === null
        ? [
            {
              what: "value",
              name: "得分",
              cite: "第一条",
              possible: [],
              because: [{ kind: "missing-fact", subject: id, field: "得分" }],
            },
          ]
        : [],
  };
}

const result: CohortResult = {
  measure: { name: "考核", title: "村庄考核办法", documentNumber: null },
  year: 2018,
  date: null,
  subjects: [
    subject("A", 59, "差", ["差"]),
    subject("B", 90, "好", ["好"]),
    subject("C", null, null, ["好", "差"]),
    subject("D", 75, null, []),
  ],
};

describe("the summary of a run", () => {
  it("counts grades, clauses, consequences and causes, and shows the ranking", () => {
    expect(summaryText(result, measure(true), s, "zh")).toMatchInlineSnapshot(`
      "村庄考核办法 · 2018年度

      对象  人数
      村       4

      等次      人数   占比
      好           1  25.0%  ████████
      差           1  25.0%  ████████
      未定         1  25.0%  ████████
      不予评定     1  25.0%  ████████

      触发的条款  人次  结果
      第二条         1  评为 差

      后果                  人次  依据
      对 本人 约谈（可以）     1  第三条

      未定的原因      影响对象
      没有填报“得分”         1

      村按 得分 排列（前 4 个，共 4 个）
        序号  编号  得分  等次         依据
           1  B       90  好
           2  D       75  不予评定
           3  A       59  差           第二条
           4  C     未定  未定：好/差
      "
    `);
  });

  it("speaks English, and lists subjects where nothing ranks", () => {
    expect(summaryText(result, measure(false), s, "en")).toMatchInlineSnapshot(`
      "村庄考核办法 · 2018

      Subjects  Number
      村             4

      等次          Number  Share
      好                 1  25.0%  ████████
      差                 1  25.0%  ████████
      undetermined       1  25.0%  ████████
      not assessed       1  25.0%  ████████

      Clauses that fired  Number  Effect
      第二条                   1  评为 差

      Consequences         Number  Basis
      For 本人 约谈 (may)       1  第三条

      Why undetermined         Subjects
      “得分” was not reported         1

      村 (first 4 of 4)
        编号  得分  等次          Clauses
        A       59  差            第二条
        B       90  好
        C     open  open: 好/差
        D       75  not assessed
      "
    `);
  });
});
