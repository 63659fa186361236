import type * as ast from "../../parser/ast.ts";
import {
  add,
  compare,
  divide,
  equal,
  parseRational,
  type Rational,
  rational,
  subtract,
  toText,
} from "../../runtime/rational.ts";
import type { FieldSymbol, Model } from "../analyze/model.ts";
import { wordsOf } from "./rules.ts";

/**
 * Can two conditions hold of one subject? Each looks at finitely many things (a number against limits, an
 * option, a truth value), so trying one value of every region decides it; things are taken as independent.
 * Works on the tree, because a measure with open points has no IR.
 */

interface Looked {
  readonly name: string;
  readonly kind: "number" | "option" | "truth";
  readonly constants: Rational[];
  readonly unit: string;
  readonly options: string[];
}
type Value = Rational | string | boolean;
type Case = Map<string, Value>;

const LIMIT = 20_000;

/** Whether every subject that meets `narrow` also meets `wide`, and some subject does; false where it is not certain. */
export function implies(model: Model, narrow: ast.Condition, wide: ast.Condition): boolean {
  const things = new Map<string, Looked>();
  if (!look(model, narrow, things) || !look(model, wide, things)) return false;
  const names = [...things.keys()];
  const domains = names.map((n) => everyRegion(model, things.get(n)!));
  if (domains.reduce((n, d) => n * d.length, 1) > LIMIT) return false;
  const current: Case = new Map();
  let met = false;
  const always = (i: number): boolean => {
    if (i < names.length)
      return domains[i]!.every((value) => {
        current.set(names[i]!, value);
        return always(i + 1);
      });
    if (!holds(model, narrow, current)) return true;
    met = true;
    return holds(model, wide, current);
  };
  return always(0) && met;
}

/** A subject that meets all of the conditions, in words (`综合得分 59分、弄虚作假`); null when there is none. */
export function caseMeeting(model: Model, conditions: readonly ast.Condition[]): string | null {
  const things = new Map<string, Looked>();
  for (const c of conditions) if (!look(model, c, things)) return null;
  const names = [...things.keys()];
  const domains = names.map((n) => domainOf(model, things.get(n)!));
  if (domains.reduce((n, d) => n * d.length, 1) > LIMIT) return null;
  const current: Case = new Map();
  const all = () => conditions.every((c) => holds(model, c, current));
  const search = (i: number): boolean => {
    if (i === names.length) return all();
    return domains[i]!.some((value) => {
      current.set(names[i]!, value);
      return search(i + 1);
    });
  };
  if (!search(0)) return null;
  // Only what matters is named: a thing that may have any value is left out.
  const shown = names.filter((n, i) => {
    const kept = current.get(n)!;
    const any = domains[i]!.every((v) => {
      current.set(n, v);
      return all();
    });
    current.set(n, kept);
    return !any;
  });
  return shown.map((n) => say(things.get(n)!, current.get(n)!)).join("、");
}

function say(thing: Looked, value: Value): string {
  if (typeof value === "boolean") return value ? thing.name : `非 ${thing.name}`;
  if (typeof value === "string") return `${thing.name} 为 ${value}`;
  return `${thing.name} ${toText(value)}${thing.unit}`;
}

/** Collects what a condition looks at; false when it cannot be decided this way. */
function look(model: Model, e: ast.Condition, into: Map<string, Looked>): boolean {
  const thing = (of: ast.Expression, kind: Looked["kind"], unit = ""): Looked | null => {
    const key = wordsOf(model, of);
    const known = into.get(key);
    if (known) return known.kind === kind && (kind !== "number" || known.unit === unit) ? known : null;
    const made: Looked = { name: model.source.slice(of.span).trim(), kind, constants: [], unit, options: [] };
    into.set(key, made);
    return made;
  };
  const number = (of: ast.Expression, limits: readonly ast.Expression[]): boolean =>
    limits.every((limit) => {
      if (limit.kind !== "number") return false;
      const value = parseRational(limit.text);
      const found = value && thing(of, "number", limit.unit ?? "");
      if (!found) return false;
      if (!found.constants.some((c) => equal(c, value))) found.constants.push(value);
      return true;
    });
  if (e.kind === "logical") return e.operands.every((o) => look(model, o, into));
  if (e.kind === "unary" && e.op === "not") return look(model, e.operand, into);
  if (e.kind === "compare")
    return e.test.value.kind === "number"
      ? number(e.left, [e.test.value])
      : option(model, e, thing) || thing(e, "truth") !== null;
  if (e.kind === "between")
    return number(
      e.value,
      [e.range.low?.value, e.range.high?.value].filter((v) => v !== undefined),
    );
  if (e.kind === "is" && !e.notApplicable) {
    if (e.values.every((v) => v.kind === "number")) return number(e.value, e.values);
    const found = thing(e.value, "option");
    if (!found) return false;
    for (const v of e.values) {
      const name = model.source.slice(v.span).trim();
      if (!found.options.includes(name)) found.options.push(name);
    }
    return true;
  }
  return thing(e, "truth") !== null;
}

/** `安全事故 达到 损失严重`: a comparison with a level. */
function option(
  model: Model,
  e: ast.CompareExpression,
  thing: (of: ast.Expression, kind: Looked["kind"]) => Looked | null,
): boolean {
  const levels = levelsOf(model, e.left);
  const named = levelNamed(e);
  return levels !== null && named !== null && levels.includes(named) && thing(e.left, "option") !== null;
}

const levelNamed = (e: ast.CompareExpression): string | null =>
  e.test.value.kind === "path" && e.test.value.segments.length === 1 ? e.test.value.segments[0]!.text : null;

/** The options of a field or grade, lowest first; null for anything else. */
function levelsOf(model: Model, e: ast.Expression): readonly string[] | null {
  if (e.kind !== "path") return null;
  const name = e.segments.at(-1)!.text;
  const scale = model.scales.get(name);
  if (scale) return model.enumerations[scale.enumeration]!.members;
  const type = fieldNamed(model, name)?.type;
  return type?.kind === "choice" ? model.enumerations[type.enumeration]!.members : null;
}

/** The field of any kind of subject or record with a name. */
export function fieldNamed(model: Model, name: string): FieldSymbol | undefined {
  return [...model.kinds, ...model.records].flatMap((k) => k.fields).find((f) => f.name === name);
}

function domainOf(model: Model, thing: Looked): Value[] {
  if (thing.kind === "truth") return [false, true];
  if (thing.kind === "option") {
    const type = fieldNamed(model, thing.name)?.type;
    const scale = model.scales.get(thing.name);
    const members =
      type?.kind === "choice"
        ? model.enumerations[type.enumeration]!.members
        : scale
          ? model.enumerations[scale.enumeration]!.members
          : [];
    return [...new Set([...members, ...thing.options])];
  }
  const sorted = [...thing.constants].sort(compare);
  const one = rational(1);
  const out: Rational[] = [];
  for (const [i, c] of sorted.entries()) {
    const next = sorted[i + 1];
    out.push(c);
    if (next)
      out.push(compare(subtract(next, c), one) > 0 ? subtract(next, one) : divide(add(c, next), rational(2)));
  }
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  const below = subtract(low, one);
  return [...(below.num >= 0n ? [below] : []), ...out, add(high, one)];
}

/** One value of every region, also of those nobody expects: what is to hold always may leave none out. */
function everyRegion(model: Model, thing: Looked): Value[] {
  const usual = domainOf(model, thing);
  if (thing.kind === "truth") return usual;
  if (thing.kind === "number") {
    const least = [...thing.constants].sort(compare)[0]!;
    return [subtract(least, rational(1)), ...usual];
  }
  const known = fieldNamed(model, thing.name)?.type?.kind === "choice" || model.scales.has(thing.name);
  return known ? usual : [...usual, "…"];
}

function holds(model: Model, e: ast.Condition, at: Case): boolean {
  const value = (of: ast.Expression) => at.get(wordsOf(model, of));
  if (e.kind === "logical")
    return e.op === "and"
      ? e.operands.every((o) => holds(model, o, at))
      : e.operands.some((o) => holds(model, o, at));
  if (e.kind === "unary" && e.op === "not") return !holds(model, e.operand, at);
  if (e.kind === "compare") {
    if (e.test.value.kind === "number")
      return ordered(compare(value(e.left) as Rational, parseRational(e.test.value.text)!), e.test.op);
    return compareLevel(model, e, at);
  }
  if (e.kind === "between")
    return [e.range.low, e.range.high].every(
      (t) =>
        t === undefined ||
        (t.value.kind === "number" &&
          ordered(compare(value(e.value) as Rational, parseRational(t.value.text)!), t.op)),
    );
  if (e.kind === "is" && !e.notApplicable) {
    const v = value(e.value);
    const found = e.values.some((x) =>
      x.kind === "number"
        ? equal(v as Rational, parseRational(x.text)!)
        : v === model.source.slice(x.span).trim(),
    );
    return found !== e.negated;
  }
  return value(e) === true;
}

function compareLevel(model: Model, e: ast.CompareExpression, at: Case): boolean {
  const levels = levelsOf(model, e.left);
  const named = levelNamed(e);
  const v = at.get(wordsOf(model, e.left));
  if (!levels || named === null || typeof v !== "string") return at.get(wordsOf(model, e)) === true;
  return ordered(levels.indexOf(v) - levels.indexOf(named), e.test.op);
}

function ordered(order: number, op: ast.ComparisonOperator): boolean {
  return {
    "<": order < 0,
    "<=": order <= 0,
    ">": order > 0,
    ">=": order >= 0,
    "==": order === 0,
    "!=": order !== 0,
  }[op];
}
