import { alike, hinted, type PlainWord, unsaid, worded } from "../../diagnostics/phrases.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { problem } from "../../diagnostics/problem.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type * as ast from "../../parser/ast.ts";
import { compare, multiply, parseRational, type Rational, rational, ZERO } from "../../runtime/rational.ts";
import type * as ir from "../ir/ir.ts";
import { findUnit, type Unit } from "../vocabulary/units.ts";
import { numberType } from "./ranges.ts";

/** From the type a field is declared with to its IR type: units, default ranges and steps. */

export interface TypeNames {
  readonly kinds: ReadonlyMap<string, number>;
  readonly records: ReadonlyMap<string, number>;
  /** Adds an enumeration and gives its index. */
  enumerate(e: ir.Enumeration): number;
}

/** What a type is declared for. */
export interface Owner {
  readonly name: string;
  readonly kind: "subject" | "record" | "parameter";
}

const unitOf = (name: string): Unit => findUnit(name)!;
const inBase = (u: Unit, written: Rational): Rational => multiply(written, u.factor);

/** 百分比 is 0 to 100%; 金额, 次数 and 名额 are not negative (language.md, section 3). */
const NAMED: ReadonlyMap<string, () => ir.Type> = new Map<string, () => ir.Type>([
  ["文字", () => ({ kind: "text" })],
  ["日期", () => ({ kind: "date" })],
  ["是否", () => ({ kind: "truth" })],
  ["人员", () => ({ kind: "party" })],
  ["单位", () => ({ kind: "party" })],
  ["百分比", () => ranged(unitOf("%"), ZERO, rational(1))],
  ["金额", () => ranged(unitOf("元"), ZERO, null)],
  ["次数", () => ranged(unitOf("次"), ZERO, null)],
  ["名额", () => ranged(unitOf("名"), ZERO, null)],
  ["人数", () => ranged(unitOf("人"), ZERO, null)],
]);
function ranged(u: Unit, low: Rational | null, high: Rational | null): ir.NumberType {
  return numberType(u, low, high, inBase(u, u.step));
}

/** The IR type of a declared type, or null after reporting what is wrong with it. */
export function typeOfNode(
  node: ast.TypeNode,
  names: TypeNames,
  owner: Owner,
  problems: Problem[],
): ir.Type | ir.ListType | null {
  switch (node.kind) {
    case "range-type":
      return rangeType(node.low, node.high, node.span, problems);
    case "value-type":
      return rangeType(node.value, node.value, node.span, problems);
    case "options-type":
    case "levels-type": {
      const members = node.kind === "options-type" ? node.options : node.levels;
      const seen = new Set<string>();
      for (const m of members) {
        if (seen.has(m.text)) problems.push(problem("BF2003", { name: m.text }, { span: m.span }));
        seen.add(m.text);
      }
      const enumeration = names.enumerate({
        name: owner.name,
        kind: node.kind === "options-type" ? "options" : "levels",
        members: [...seen],
        former: [],
      });
      return { kind: "choice", enumeration };
    }
    case "subject-type": {
      const subject = names.kinds.get(node.subject.text);
      if (subject !== undefined && node.frequency === undefined) return { kind: "link", subject };
      if (subject !== undefined && node.frequency === "many" && owner.kind === "subject")
        return { kind: "links", subject };
      if (subject !== undefined) {
        const inRecord = node.frequency === "many";
        problems.push(
          problem(
            "BF2062",
            {
              name: owner.name,
              subject: node.subject.text,
              ...worded("why", inRecord ? "cannot-link-several" : "link-has-no-periods"),
            },
            { span: node.span },
          ),
        );
        return null;
      }
      const near = nearest(node.subject.text, names.kinds.keys());
      problems.push(
        problem(
          "BF2011",
          {
            name: node.subject.text,
            known: [...names.kinds.keys()],
            ...(near ? hinted("did-you-mean", { near }) : unsaid("hint")),
          },
          { span: node.subject.span },
        ),
      );
      return null;
    }
    case "yearly-type": {
      // One value a year: this year's is filled in, and those of earlier years beside it or in their results.
      const type = typeOfNode(node.of, names, owner, problems);
      const why = type === null ? null : notYearly(type, owner);
      if (why === null) return type;
      problems.push(problem("BF2193", { name: owner.name, ...worded("why", why) }, { span: node.span }));
      return null;
    }
    case "named-type":
      return namedType(node, names, problems);
  }
}

/** Why there is no value a year of this; null where there is. */
function notYearly(type: ir.Type | ir.ListType, owner: Owner): PlainWord | null {
  if (owner.kind === "record") return "field-of-dated-record";
  if (owner.kind === "parameter") return "is-parameter";
  if (type.kind === "list") return "is-list-of-records";
  if (type.kind === "link" || type.kind === "links") return "is-link";
  return null;
}

function namedType(
  node: Extract<ast.TypeNode, { kind: "named-type" }>,
  names: TypeNames,
  problems: Problem[],
): ir.Type | ir.ListType | null {
  const name = node.name.text;
  const record = names.records.get(name);
  if (record !== undefined) return { kind: "list", record, frequency: node.frequency ?? "many" };
  const known = NAMED.get(name);
  // 人员 多个: a party may be several anyway.
  const several = node.frequency === "many" && (name === "人员" || name === "单位");
  if (known && (node.frequency === undefined || several)) return known();
  const unit = findUnit(name);
  if (unit) return ranged(unit, null, null);
  const near = nearest(name, [...NAMED.keys(), ...names.records.keys(), ...names.kinds.keys()]);
  const asSubject = names.kinds.has(name);
  problems.push(
    problem(
      "BF2004",
      {
        name,
        ...(asSubject
          ? hinted("write-subject", { name })
          : near
            ? hinted("did-you-mean", { near })
            : unsaid("hint")),
      },
      { span: node.name.span },
    ),
  );
  return null;
}

function rangeType(
  low: ast.NumberLiteral,
  high: ast.NumberLiteral,
  span: ast.TypeNode["span"],
  problems: Problem[],
): ir.Type | null {
  // 0至30分: the unit stands once, usually at the end.
  const spelling = high.unit ?? low.unit;
  const unit = spelling === undefined ? undefined : findUnit(spelling);
  const lowUnit = low.unit === undefined ? unit : findUnit(low.unit);
  const from = scaled(low, lowUnit);
  const to = scaled(high, unit);
  if (from === null || to === null) return null;
  if (compare(from, to) > 0) {
    problems.push(problem("BF2019", { range: `${low.text}–${high.text}${spelling ?? ""}` }, { span }));
    return null;
  }
  const step = unit ? inBase(unit, unit.step) : rational(1, 100);
  return numberType(unit, from, to, step);
}

function scaled(n: ast.NumberLiteral, unit: Unit | undefined): Rational | null {
  const value = parseRational(n.text);
  return value === undefined ? null : unit ? multiply(value, unit.factor) : value;
}

/** 有任职起止: a person or body of a subject holds a post from one day to another. */
export function withDates(
  type: ir.Type | ir.ListType | null,
  node: ast.Field,
  owner: Owner["kind"],
  problems: Problem[],
): ir.Type | ir.ListType | null {
  const dated = node.attributes.find((a) => a.kind === "dated");
  if (!dated || type === null) return type;
  if (type.kind === "party" && owner === "subject") return { kind: "party", dated: true };
  problems.push(
    problem(
      "BF2065",
      {
        name: node.name.text,
        ...worded("why", type.kind === "party" ? "in-record" : "is-no-party"),
      },
      { span: dated.span },
    ),
  );
  return type;
}

/** Applies `精确到 N` to the type of a field; a precision that does not fit is reported. */
export function withStep(
  type: ir.Type | ir.ListType | null,
  attributes: readonly ast.Attribute[],
  owner: string,
  problems: Problem[],
): ir.Type | ir.ListType | null {
  let result = type;
  for (const a of attributes) {
    if (a.kind !== "step" || result === null) continue;
    const written = parseRational(a.value.text);
    const unit = a.value.unit === undefined ? undefined : findUnit(a.value.unit);
    const fits =
      result.kind === "number" && (a.value.unit === undefined || unit?.dimension === result.dimension);
    if (result.kind === "number" && fits && written !== undefined && written.num > 0n)
      result = { ...result, step: multiply(written, unit?.factor ?? result.display.factor) };
    else
      problems.push(
        problem(
          "BF2026",
          {
            value: a.value.text + (a.value.unit ?? ""),
            ...alike("name", owner),
            ...worded("allowed", "precision-above-0"),
          },
          { span: a.span },
        ),
      );
  }
  return result;
}
