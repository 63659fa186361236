import { describe, expect, test } from "vitest";
import type { Expr, Field, Measure, PlacementBody, Type } from "../../src/compiler/ir/ir.ts";
import { NO_SPAN } from "../../src/source/span.ts";
import { Draft } from "../generators/draft.ts";
import { constant } from "../generators/expressions.ts";
import { numberType, TRUTH } from "../generators/types.ts";
import { addDays, addMonths, showDate } from "./calendar.ts";
import {
  divideIntervals,
  fraction,
  multiplyIntervals,
  plus,
  point,
  readFraction,
  roundTo,
  showFraction,
  showInterval,
  times,
} from "./fraction.ts";
import { referenceEvaluate } from "./reference.ts";

/** The oracle against results worked out by hand: what judges others must itself be right. */

const f = (text: string) => readFraction(text)!;

describe("exact numbers", () => {
  test("a weighted sum that floats get wrong", () => {
    expect(showFraction(plus(times(f("1.08"), f("0.3")), times(f("99.53"), f("0.7"))))).toBe("69.995");
  });

  test("四舍五入 takes a half away from zero, the others go down and up", () => {
    const cent = f("0.01");
    const rounded = (x: string, mode: "half-up" | "down" | "up") => showFraction(roundTo(f(x), cent, mode));
    expect(rounded("69.995", "half-up")).toBe("70");
    expect(rounded("-0.125", "half-up")).toBe("-0.13");
    expect(rounded("-0.125", "down")).toBe("-0.13");
    expect(rounded("-0.125", "up")).toBe("-0.12");
    expect(showFraction(roundTo(f("2/3"), f("1"), "half-up"))).toBe("1");
  });

  test("intervals: nothing times everything is nothing, a divisor that may be zero says nothing", () => {
    const upTo = { low: fraction(0), high: "+inf" } as const;
    expect(showInterval(multiplyIntervals(point(fraction(0)), upTo))).toBe("0");
    expect(showInterval(divideIntervals(point(fraction(1)), upTo))).toBe("-inf..+inf");
    expect(showInterval(divideIntervals(point(fraction(1)), { low: fraction(2), high: "+inf" }))).toBe(
      "0..0.5",
    );
  });
});

test("periods end on the corresponding day, or at the month's end where there is none", () => {
  const date = (year: number, month: number, day: number) => ({ year, month, day });
  expect(showDate(addMonths(date(2020, 2, 29), 12))).toBe("2021-02-28");
  expect(showDate(addMonths(date(2018, 12, 31), 2))).toBe("2019-02-28");
  expect(showDate(addMonths(date(2018, 1, 15), -1))).toBe("2017-12-15");
  expect(showDate(addDays(date(2018, 12, 31), 60))).toBe("2019-03-01");
});

// ──────────────────────────────── ranks ────────────────────────────────

const GRADE: Type = { kind: "choice", enumeration: 0 };
const POINTS = numberType("分", fraction(0), fraction(100), fraction(1));

/** 村: 编号, 分数, 受限; graded by one placement. */
function ranking(change: Partial<PlacementBody>): Measure {
  const draft = new Draft();
  draft.enumerations.push({ name: "等次", kind: "scale", members: ["差", "中", "良", "优"], former: [] });
  const field = (name: string, type: Type): Field => {
    return {
      name,
      alias: null,
      description: null,
      type,
      optional: false,
      default: null,
      sources: [],
      asFraction: false,
      span: NO_SPAN,
    };
  };
  const fields = [field("编号", { kind: "text" }), field("分数", POINTS), field("受限", TRUTH)];
  draft.subjects.push({ name: "村", key: 0, fields });
  const row = { subject: 0, list: null };
  const fact = (index: number): Expr => ({
    op: "field",
    type: fields[index]!.type as Type,
    of: "subject",
    field: index,
  });
  const score = draft.addExpression(row, null, fact(1));
  const restricted = draft.addExpression(row, null, fact(2));
  const ceilings = [
    {
      clause: draft.addClause(0, restricted, [], "最高评为", draft.cite()),
      when: restricted,
      grade: 1,
      veto: false,
    },
  ];
  const top = {
    end: "top",
    grade: 3,
    cite: 0,
    amount: constant("次", fraction(2)),
    share: null,
    text: "前2名",
  } as const;
  const common = {
    kind: "placement",
    enumeration: 0,
    score,
    order: "descending",
    tieBreak: null,
    pool: null,
    groups: [],
  } as const;
  const body: PlacementBody = { ...common, ties: "share", ceilings, rows: [top], rest: 1, ...change };
  const value = draft.addCell(row, null, GRADE, body);
  const none = { notAssessed: [], raises: [], reductions: [], floors: [], ceilings: [], after: [] };
  draft.addCell(row, "等次", GRADE, {
    kind: "grade",
    enumeration: 0,
    bases: [{ guard: null, value, cite: 0 }],
    ...none,
  });
  return draft.finish();
}

/** The possible grades of subjects with these scores (null: missing); a score with `!` is restricted. */
function places(measure: Measure, ...scores: (string | null)[]): string[] {
  const 村 = scores.map((s, i) => ({
    编号: String(i),
    分数: s?.replace("!", ""),
    受限: s?.endsWith("!") === true,
  }));
  const { subjects } = referenceEvaluate(measure, { 村 }, { year: 2018 });
  return scores.map((_, i) => subjects[`村/${i}`]!.grades.等次!.possible.join(""));
}

describe("ranks", () => {
  test("a tie across the last place: all, none, or open", () => {
    expect(places(ranking({ ties: "share" }), "90", "80", "80", "70")).toEqual(["优", "优", "优", "中"]);
    expect(places(ranking({ ties: "out" }), "90", "80", "80", "70")).toEqual(["优", "中", "中", "中"]);
    expect(places(ranking({ ties: "open" }), "90", "80", "80", "70")).toEqual(["优", "优中", "优中", "中"]);
  });

  test("the restricted are passed over, and the next in line moves up", () => {
    expect(places(ranking({}), "90", "85!", "80", "70")).toEqual(["优", "中", "优", "中"]);
    expect(places(ranking({ ceilings: [] }), "90", "85!", "80", "70")).toEqual(["优", "优", "中", "中"]);
  });

  test("rows of one end count from that end; the top fills first", () => {
    const row = (end: "top" | "bottom", grade: number, places: number) =>
      ({ end, grade, cite: 0, amount: constant("次", fraction(places)), share: null, text: "" }) as const;
    const rows = [row("top", 3, 1), row("top", 2, 3), row("bottom", 0, 2)];
    expect(places(ranking({ rows }), "90", "80", "70", "60", "50")).toEqual(["优", "良", "良", "差", "差"]);
    expect(places(ranking({ rows }), "90", "80", "70", "60")).toEqual(["优", "良", "良", "差"]);
  });

  test("a share of the pool is rounded as said", () => {
    const share = (rounding: "down" | "up") =>
      [
        {
          end: "top",
          grade: 3,
          cite: 0,
          amount: constant("", fraction(3, 10)),
          share: { base: null, rounding },
          text: "",
        },
      ] as const;
    expect(places(ranking({ rows: share("down") }), "90", "80", "70", "60")).toEqual([
      "优",
      "中",
      "中",
      "中",
    ]);
    expect(places(ranking({ rows: share("up") }), "90", "80", "70", "60")).toEqual(["优", "优", "中", "中"]);
  });

  test("a missing score leaves open only what it can reach", () => {
    expect(places(ranking({}), "90", "80", "70", null)).toEqual(["优", "优中", "中", "优中"]);
  });
});
