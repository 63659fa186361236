import type { Expr, Measure } from "../../compiler/ir/ir.ts";
import type { Tables } from "../../runtime/abi.ts";
import { jsonRational } from "../../runtime/json-numbers.ts";
import { divide, parseRational, subtract } from "../../runtime/rational.ts";
import type { JsonNumber, SubjectResult } from "../../runtime/result.ts";
import type { ScoreKey } from "./columns.ts";
import { figureOf, plainText, type RankedBy, scoreFigure, toNumber, unitOf } from "./view.ts";

/** What a result tells of the place of a subject, as the measure ranks: its group, score and tie break, and whether it ranks. */
export function scoreKey(s: SubjectResult, by: RankedBy, m: Measure, tables: Tables): ScoreKey {
  const figures = by.groups.map((g) => figureOf(s, g));
  const score = scoreFigure(s, by.score);
  const ranks = by.pool === null ? true : holds(s, m, by.pool);
  const { tieBreak } = by;
  return {
    group: JSON.stringify(figures.map(plainText)),
    score,
    ...(score === null && { possible: boundsOf(s, by, tables) }),
    ...(tieBreak !== null && {
      tie: tieBreak.name === null ? null : tieOf(s, tieBreak.name, tieBreak.order),
    }),
    ...(figures.includes(null) && { anyGroup: true as const }),
    ...(ranks !== true && { ranks: ranks === null ? ("open" as const) : ("no" as const) }),
  };
}

/** Lower stands before. */
function tieOf(s: SubjectResult, name: string, order: RankedBy["order"]): JsonNumber | null {
  const value = scoreFigure(s, name);
  if (value === null || order === "ascending") return value;
  if (typeof value === "number") return -value;
  const { num, den, text } = value;
  return { num: num.startsWith("-") ? num.slice(1) : `-${num}`, den, text };
}

/** Between which figures an open score lies; null where nothing bounds it. */
function boundsOf(s: SubjectResult, by: RankedBy, tables: Tables): readonly [number | null, number | null] {
  const open = s.undetermined.find((u) => u.what === "value" && u.name === by.score);
  const [low, high] = open?.possible ?? [];
  const unit = unitOf(tables, by.kind, by.score);
  const bound = (text: string | undefined, sign: 1 | -1): number | null => {
    const exact = text?.endsWith(unit)
      ? parseRational(text.slice(0, text.length - unit.length).replace("−", "-"))
      : undefined;
    // Four places are what an endless fraction is cut to.
    return exact === undefined ? null : toNumber(exact) + (/\.\d{4}\D*$/.test(text!) ? sign * 5e-5 : 0);
  };
  return [bound(low, -1), bound(high, 1)];
}

/** Whether a condition holds, as far as the result shows what it looks at; null: not known. */
function holds(s: SubjectResult, m: Measure, cell: number): boolean | null {
  const { name, body } = m.cells[cell]!;
  if (name !== null && typeof s.values[name] === "boolean") return s.values[name];
  return body.kind === "expression" ? truthOf(s, m, body.expr) : null;
}

function truthOf(s: SubjectResult, m: Measure, e: Expr): boolean | null {
  switch (e.op) {
    case "truth":
      return e.value;
    case "cell":
      return e.of === "record" ? null : holds(s, m, e.cell);
    case "field": {
      const value = shownValue(s, m, e);
      return typeof value === "boolean" ? value : null;
    }
    case "not": {
      const value = truthOf(s, m, e.arg);
      return value === null ? null : !value;
    }
    case "and":
    case "or": {
      const settling = e.op === "or";
      const all = e.args.map((arg) => truthOf(s, m, arg));
      return all.includes(settling) ? settling : all.includes(null) ? null : !settling;
    }
    case "compare":
      return comparison(s, m, e);
    case "one-of": {
      const value = shownValue(s, m, e.arg);
      if (typeof value !== "string" || e.arg.type.kind !== "choice") return null;
      const { members } = m.enumerations[e.arg.type.enumeration]!;
      return e.members.some((i) => members[i] === value);
    }
  }
  return null;
}

function comparison(s: SubjectResult, m: Measure, e: Extract<Expr, { op: "compare" }>): boolean | null {
  const value = shownValue(s, m, e.left);
  const { left, right } = e;
  let sign: number;
  if (right.op === "number" && left.type.kind === "number") {
    const exact = jsonRational(value);
    if (exact === undefined) return null;
    sign = Number(subtract(exact, divide(right.value, left.type.display.factor)).num);
  } else if (right.op === "member" && left.type.kind === "choice") {
    const at = m.enumerations[left.type.enumeration]!.members.indexOf(String(value));
    if (value === null || at < 0) return null;
    sign = at - right.value;
  } else return null;
  switch (e.cmp) {
    case "<":
      return sign < 0;
    case "<=":
      return sign <= 0;
    case ">":
      return sign > 0;
    case ">=":
      return sign >= 0;
    case "==":
      return sign === 0;
    case "!=":
      return sign !== 0;
  }
}

/** A fact or named figure of the subject itself. */
function shownValue(s: SubjectResult, m: Measure, e: Expr) {
  const kind = m.subjects.find((k) => k.name === s.kind && !k.of);
  if (e.op === "field" && e.of === "subject") return figureOf(s, kind?.fields[e.field]?.name ?? "") ?? null;
  if (e.op !== "cell" || e.of !== "subject") return null;
  const name = m.cells[e.cell]?.name ?? null;
  return name === null ? null : (s.grades[name]?.grade ?? figureOf(s, name) ?? null);
}
