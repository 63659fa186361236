import type { Phrase } from "../../diagnostics/message.ts";
import { phrase } from "../../diagnostics/phrases.ts";
import type * as ast from "../../parser/ast.ts";
import {
  add,
  compare,
  divide,
  equal,
  ONE,
  parseRational,
  type Rational,
  rational,
  subtract,
  toText,
} from "../../runtime/rational.ts";
import type { FieldSymbol, Model } from "../analyze/model.ts";
import { meets } from "../analyze/regions.ts";
import { perModel } from "./per-model.ts";
import { wordsOf } from "./rules.ts";

/**
 * Can two conditions hold of one subject? Each looks at finitely many things (a number against limits, an
 * option, a truth value), so trying one value of every region decides it; things are taken as independent.
 * Works on the tree, because a measure with open points has no IR.
 */

/** A thing that conditions look at, with everything they compare it with. */
interface Looked {
  readonly name: string;
  readonly kind: "number" | "option" | "truth";
  /** In rising order, each once. */
  readonly constants: Rational[];
  readonly unit: string;
  readonly options: string[];
}
type Value = Rational | string | boolean;
type Case = Map<string, Value>;

/** One look of a condition at a thing; `key` is the thing in words without spaces. */
interface Look {
  readonly key: string;
  readonly name: string;
  readonly kind: Looked["kind"];
  readonly unit: string;
  readonly constants: readonly Rational[];
  readonly options: readonly string[];
  /** What is looked at instead where the thing is already looked at in another way. */
  readonly otherwise?: Look;
}

/** A condition read once, for it may be compared with many others. */
interface Test {
  readonly looks: readonly Look[];
  readonly holds: (at: Case) => boolean;
  /** Where it is one comparison of a number with a limit: above or below it. */
  readonly side?: Side;
}

interface Side {
  readonly look: Look;
  readonly up: boolean;
  readonly limit: Rational;
  /** The limit itself is on this side. */
  readonly within: boolean;
}

const LIMIT = 20_000;

/** Whether every subject that meets `narrow` also meets `wide`, and some subject does; false where it is not certain. */
export function implies(model: Model, narrow: ast.Condition, wide: ast.Condition): boolean {
  const [some, all] = [testOf(model, narrow), testOf(model, wide)];
  if (!some || !all) return false;
  // Most clauses compare one number: two of them need no cases.
  if (some.side && all.side) return isInside(some.side, all.side);
  const things = thingsOf([some, all]);
  if (!things) return false;
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
    if (!some.holds(current)) return true;
    met = true;
    return all.holds(current);
  };
  return always(0) && met;
}

function isInside(narrow: Side, wide: Side): boolean {
  if (narrow.look.key !== wide.look.key || narrow.look.unit !== wide.look.unit || narrow.up !== wide.up)
    return false;
  const order = compare(narrow.limit, wide.limit) * (narrow.up ? 1 : -1);
  return order > 0 || (order === 0 && (wide.within || !narrow.within));
}

/** A subject that meets all of the conditions, in words (`综合得分 59分、弄虚作假`); null when there is none. */
export function caseMeeting(model: Model, conditions: readonly ast.Condition[]): Phrase | null {
  const tests = conditions.map((c) => testOf(model, c));
  const things = thingsOf(tests);
  if (!things) return null;
  const names = [...things.keys()];
  const domains = names.map((n) => domainOf(model, things.get(n)!));
  if (domains.reduce((n, d) => n * d.length, 1) > LIMIT) return null;
  const current: Case = new Map();
  const all = () => tests.every((t) => t!.holds(current));
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
  const said = shown.map((n) => say(things.get(n)!, current.get(n)!));
  return { zh: said.map((s) => s.zh).join("、"), en: said.map((s) => s.en).join(", ") };
}

/** Whether it is certain that no subject meets all of the conditions, whatever is reported of it. */
export function impossible(model: Model, conditions: readonly ast.Condition[]): boolean {
  // What cannot be read may be taken as met: the others alone have to exclude one another.
  const tests = conditions.flatMap((c) => testOf(model, c) ?? []);
  const things = tests.length < 2 ? null : thingsOf(tests);
  if (!things) return false;
  const names = [...things.keys()];
  const domains = names.map((n) => everyRegion(model, things.get(n)!));
  if (domains.reduce((n, d) => n * d.length, 1) > LIMIT) return false;
  const current: Case = new Map();
  const met = (i: number): boolean =>
    i === names.length
      ? tests.every((t) => t.holds(current))
      : domains[i]!.some((value) => {
          current.set(names[i]!, value);
          return met(i + 1);
        });
  return !met(0);
}

function say({ name, unit }: Looked, value: Value): Phrase {
  if (value === false) return phrase("case-is-not", { name });
  if (typeof value === "string") return phrase("case-is", { name, value });
  const text = value === true ? name : `${name} ${toText(value)}${unit}`;
  return { zh: text, en: text };
}

/** Everything the tests look at, by its key; null when something cannot be decided this way. */
function thingsOf(tests: readonly (Test | null)[]): Map<string, Looked> | null {
  const things = new Map<string, Looked>();
  for (const test of tests)
    if (!test?.looks.every((l) => looksAt(things, l) || (l.otherwise && looksAt(things, l.otherwise))))
      return null;
  return things;
}

/** false: the thing is already looked at in another way. */
function looksAt(things: Map<string, Looked>, l: Look): boolean {
  const known = things.get(l.key);
  if (!known) {
    const { name, kind, unit } = l;
    things.set(l.key, { name, kind, unit, constants: [...l.constants], options: [...l.options] });
    return true;
  }
  if (known.kind !== l.kind || (l.kind === "number" && known.unit !== l.unit)) return false;
  for (const c of l.constants) insert(known.constants, c);
  for (const o of l.options) if (!known.options.includes(o)) known.options.push(o);
  return true;
}

/** Into its place among values in rising order, unless it is there already. */
function insert(into: Rational[], value: Rational): void {
  let at = into.length;
  while (at > 0) {
    const order = compare(into[at - 1]!, value);
    if (order === 0) return;
    if (order < 0) break;
    at--;
  }
  into.splice(at, 0, value);
}

const testsOf = perModel(() => new Map<ast.Condition, Test | null>());

/** A condition as a test; null when it cannot be decided this way. */
function testOf(model: Model, e: ast.Condition): Test | null {
  const tests = testsOf(model);
  let test = tests.get(e);
  if (test === undefined) {
    test = readTest(model, e);
    tests.set(e, test);
  }
  return test;
}

function readTest(model: Model, e: ast.Condition): Test | null {
  if (e.kind === "logical") {
    const parts = e.operands.map((o) => testOf(model, o));
    if (!parts.every((p) => p !== null)) return null;
    const looks = parts.flatMap((p) => p.looks);
    return e.op === "and"
      ? { looks, holds: (at) => parts.every((p) => p.holds(at)) }
      : { looks, holds: (at) => parts.some((p) => p.holds(at)) };
  }
  if (e.kind === "unary" && e.op === "not") {
    const inner = testOf(model, e.operand);
    return inner && { looks: inner.looks, holds: (at) => !inner.holds(at) };
  }
  if (e.kind === "compare")
    return e.test.value.kind === "number"
      ? numberTest(model, e.left, [{ limit: e.test.value, op: e.test.op }])
      : levelTest(model, e);
  if (e.kind === "between") {
    const tests = [e.range.low, e.range.high].filter((t) => t !== undefined);
    return numberTest(
      model,
      e.value,
      tests.map((t) => ({ limit: t.value, op: t.op })),
    );
  }
  if (e.kind === "is" && !e.notApplicable)
    return e.values.every((v) => v.kind === "number") ? oneOfNumbers(model, e) : oneOfOptions(model, e);
  return truthTest(model, e);
}

function lookAt(model: Model, of: ast.Expression, kind: Looked["kind"], more: Partial<Look> = {}): Look {
  const name = model.source.slice(of.span).trim();
  return { key: wordsOf(model, of), name, kind, unit: "", constants: [], options: [], ...more };
}

/** The looks at a number beside limits, and the limits; null where one is not a figure. */
function figures(
  model: Model,
  of: ast.Expression,
  limits: readonly ast.Expression[],
): { readonly looks: readonly Look[]; readonly values: readonly Rational[] } | null {
  const looks: Look[] = [];
  const values: Rational[] = [];
  for (const limit of limits) {
    const value = limit.kind === "number" ? parseRational(limit.text) : undefined;
    if (limit.kind !== "number" || !value) return null;
    looks.push(lookAt(model, of, "number", { unit: limit.unit ?? "", constants: [value] }));
    values.push(value);
  }
  return { looks, values };
}

function numberTest(
  model: Model,
  of: ast.Expression,
  limits: readonly { readonly limit: ast.Expression; readonly op: ast.ComparisonOperator }[],
): Test | null {
  const read = figures(
    model,
    of,
    limits.map((l) => l.limit),
  );
  if (!read) return null;
  const { looks, values } = read;
  const key = wordsOf(model, of);
  const holds = (at: Case) =>
    limits.every(({ op }, i) => meets(compare(at.get(key) as Rational, values[i]!), op));
  const [only, second] = limits;
  const side = only && !second ? sideOf(looks[0]!, only.op, values[0]!) : null;
  return side ? { looks, holds, side } : { looks, holds };
}

function sideOf(look: Look, op: ast.ComparisonOperator, limit: Rational): Side | null {
  if (op === "==" || op === "!=") return null;
  return { look, limit, up: op === ">" || op === ">=", within: op === ">=" || op === "<=" };
}

function oneOfNumbers(model: Model, e: ast.IsExpression): Test | null {
  const read = figures(model, e.value, e.values);
  if (!read) return null;
  const { looks, values } = read;
  const key = wordsOf(model, e.value);
  const holds = (at: Case) => values.some((v) => equal(at.get(key) as Rational, v)) !== e.negated;
  return { looks, holds };
}

function oneOfOptions(model: Model, e: ast.IsExpression): Test {
  const options = e.values.map((v) => model.source.slice(v.span).trim());
  const look = lookAt(model, e.value, "option", { options: [...new Set(options)] });
  return { looks: [look], holds: (at) => options.some((o) => at.get(look.key) === o) !== e.negated };
}

/** `安全事故 达到 损失严重`: a comparison with a level; any other comparison is a truth value of its own. */
function levelTest(model: Model, e: ast.CompareExpression): Test {
  const own = truthTest(model, e);
  const levels = levelsOf(model, e.left);
  const named = levelNamed(e);
  if (levels === null || named === null || !levels.includes(named)) return own;
  const look = lookAt(model, e.left, "option", { otherwise: own.looks[0]! });
  const holds = (at: Case) => {
    const v = at.get(look.key);
    if (typeof v !== "string") return own.holds(at);
    return meets(levels.indexOf(v) - levels.indexOf(named), e.test.op);
  };
  return { looks: [look], holds };
}

function truthTest(model: Model, e: ast.Condition): Test {
  const look = lookAt(model, e, "truth");
  return { looks: [look], holds: (at) => at.get(look.key) === true };
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

const fieldsByName = perModel((model: Model): ReadonlyMap<string, FieldSymbol> => {
  const fields = new Map<string, FieldSymbol>();
  for (const { fields: own } of [...model.kinds, ...model.records])
    for (const f of own) if (!fields.has(f.name)) fields.set(f.name, f);
  return fields;
});

/** The field of any kind of subject or record with a name. */
export const fieldNamed = (model: Model, name: string): FieldSymbol | undefined =>
  fieldsByName(model).get(name);

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
  const { constants } = thing;
  const below = subtract(constants[0]!, ONE);
  const out: Rational[] = below.num >= 0n ? [below] : [];
  for (let i = 0; i < constants.length; i++) {
    const c = constants[i]!;
    const next = constants[i + 1];
    out.push(c);
    if (next)
      out.push(compare(subtract(next, c), ONE) > 0 ? subtract(next, ONE) : divide(add(c, next), rational(2)));
  }
  out.push(add(constants.at(-1)!, ONE));
  return out;
}

/** One value of every region, also of those nobody expects: what is to hold always may leave none out. */
function everyRegion(model: Model, thing: Looked): Value[] {
  const usual = domainOf(model, thing);
  if (thing.kind === "truth") return usual;
  if (thing.kind === "number") return [subtract(thing.constants[0]!, ONE), ...usual];
  const known = fieldNamed(model, thing.name)?.type?.kind === "choice" || model.scales.has(thing.name);
  return known ? usual : [...usual, "…"];
}
