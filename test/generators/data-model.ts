import type { Enumeration, Expr, Field, ListType, NumberType, Type } from "../../src/compiler/ir/ir.ts";
import { NO_SPAN } from "../../src/source/span.ts";
import { type Fraction, fraction, plus, times } from "../reference/fraction.ts";
import type { Draft } from "./draft.ts";
import type { Tape } from "./tape.ts";
import { type Dimension, numberType, TRUTH } from "./types.ts";

/** The data side of a generated measure: enumerations, kinds of subjects with their fields, records, parameters. */

export const OPTIONS = 0;
export const LEVELS = 1;
export const SCALE = 2;
export const SECOND_SCALE = 3;

export function addEnumerations(draft: Draft, tape: Tape): void {
  const members = (stem: string, count: number) => Array.from({ length: count }, (_, i) => `${stem}${i}`);
  const add = (name: string, kind: Enumeration["kind"], names: string[], former: Enumeration["former"]) =>
    draft.enumerations.push({ name, kind, members: names, former });
  add("类别", "options", members("类", 2 + tape.below(2)), []);
  add("程度", "levels", members("级", 2 + tape.below(3)), []);
  add("等次", "scale", members("等", 2 + tape.below(3)), tape.chance(3) ? [{ name: "旧等", member: 1 }] : []);
  add("次等次", "scale", members("档", 2 + tape.below(3)), []);
}

/** Ranges as regulations have them, and two that leave the safe integers. */
const NUMBERS: readonly ((dimension?: Dimension) => NumberType)[] = [
  () => numberType("分", fraction(0), fraction(10), fraction(1)),
  () => numberType("分", fraction(0), fraction(100), fraction(1, 100)),
  () => numberType("分", fraction(-10), fraction(10), fraction(1, 2)),
  () => numberType("", fraction(0), fraction(1), fraction(1, 10000)),
  () => numberType("", fraction(0), fraction(3), fraction(1, 100)),
  () => numberType("次", fraction(0), null, fraction(1)),
  () => numberType("次", fraction(0), fraction(5), fraction(1)),
  () => numberType("元", fraction(0), fraction(10n ** 15n), fraction(1, 100)),
  () => numberType("元", null, null, fraction(1, 100)),
];

function valueType(draft: Draft, tape: Tape): Type {
  switch (tape.below(8)) {
    case 3:
    case 4:
      return TRUTH;
    case 5:
      return { kind: "choice", enumeration: tape.below(draft.enumerations.length) };
    case 6:
      return { kind: "date" };
    case 7:
      return { kind: "text" };
    default:
      return tape.pick(NUMBERS)();
  }
}

/** Names that are members of every JavaScript object must be as good as any. */
const HOSTILE = ["constructor", "__proto__", "toString"];

function field(draft: Draft, tape: Tape, type: Type | ListType): Field {
  const name = tape.chance(12) ? `${tape.pick(HOSTILE)}` : "";
  const taken = [...draft.subjects, ...draft.records].some((k) => k.fields.some((f) => f.name === name));
  const isShare = type.kind === "number" && type.dimension === "";
  return {
    name: name === "" || taken ? draft.name("项") : name,
    alias: null,
    description: null,
    type,
    optional: tape.chance(6),
    default: type.kind !== "list" && tape.chance(5) ? defaultOf(type) : null,
    sources: [],
    asFraction: isShare && tape.chance(4),
    span: NO_SPAN,
  };
}

function defaultOf(type: Type): Expr | null {
  switch (type.kind) {
    case "number":
      return { op: "number", type, value: type.low ?? fraction(0) };
    case "truth":
      return { op: "truth", type, value: false };
    case "choice":
      return { op: "member", type, value: 0 };
    case "text":
    case "date":
    case "party":
    case "link":
    case "links":
      return null;
  }
}

/** Fields of a record: plain values, and a date to bound it by. */
export function addRecord(draft: Draft, tape: Tape): void {
  const fields = tape.times(1 + tape.below(3), () => field(draft, tape, valueType(draft, tape)));
  fields.push(field(draft, tape, { kind: "date" }));
  draft.records.push({ name: `记录${draft.records.length}`, fields: fields.map(uniqueNames()) });
}

export function addSubject(draft: Draft, tape: Tape, kinds: number): void {
  const own = draft.subjects.length;
  const key: Field = {
    ...field(draft, tape, { kind: "text" }),
    name: "编号",
    default: null,
    optional: false,
  };
  const yearly = (f: Field): Field => (tape.chance(3) ? { ...f, yearly: true } : f);
  const fields = [key, yearly(field(draft, tape, NUMBERS[tape.below(NUMBERS.length)]!()))];
  fields.push(...tape.times(tape.below(5), () => yearly(field(draft, tape, valueType(draft, tape)))));
  if (draft.records.length > 0) {
    const frequency = tape.pick(["many", "many", "month", "quarter", "half-year", "year"] as const);
    fields.push(field(draft, tape, { kind: "list", record: tape.below(draft.records.length), frequency }));
  }
  if (kinds > 1) fields.push(field(draft, tape, { kind: "link", subject: (own + 1) % kinds }));
  if (kinds > 1 && tape.chance(3))
    fields.push(field(draft, tape, { kind: "link", subject: (own + 1) % kinds }));
  if (tape.chance(2)) fields.push(field(draft, tape, { kind: "links", subject: (own + 1) % kinds }));
  if (tape.chance(2)) fields.push(field(draft, tape, { kind: "party" }));
  if (tape.chance(2)) fields.push(field(draft, tape, { kind: "party", dated: true }));
  draft.subjects.push({ name: `对象${own}`, key: 0, fields: fields.map(uniqueNames()) });
}

/** The lists that rules are about: their records are subjects. */
export function addRecordKinds(draft: Draft, tape: Tape): void {
  for (const [subject, owner] of [...draft.subjects.entries()])
    for (const [list, { name, type }] of owner.fields.entries()) {
      if (type.kind !== "list" || tape.chance(4)) continue;
      const { fields } = draft.records[type.record]!;
      const most = { month: 12, quarter: 4, "half-year": 2, year: 1, many: 0 }[type.frequency];
      const derived = (what: string, of: Type): Field => ({
        name: what,
        alias: null,
        description: null,
        type: of,
        optional: false,
        default: null,
        sources: [],
        asFraction: false,
        derived: true,
        span: NO_SPAN,
      });
      const period = numberType("", fraction(1), fraction(most), fraction(1));
      const more = [derived("·标识", { kind: "text" }), derived("·所属", { kind: "link", subject })];
      if (most > 0) more.push(derived("·期", period));
      const [key, link, last] = [fields.length, fields.length + 1, fields.length + 2];
      draft.subjects.push({
        name: `${owner.name}·${name}`,
        key,
        fields: [...fields, ...more],
        of: { subject, list, owner: link, period: most > 0 ? last : null },
      });
    }
}

function uniqueNames(): (f: Field) => Field {
  const seen = new Set<string>();
  return (f) => {
    const name = seen.has(f.name) ? `${f.name}${seen.size}` : f.name;
    seen.add(name);
    return { ...f, name };
  };
}

export function addParameter(draft: Draft, tape: Tape): void {
  const type: Type =
    tape.below(4) === 3
      ? { kind: "choice", enumeration: tape.below(draft.enumerations.length) }
      : tape.pick(PARAMETERS);
  const bound = tape.chance(3);
  const last = draft.parameters.length - 1;
  const ordered = draft.parameters[last]?.type === type && tape.chance(2);
  draft.parameters.push({
    name: draft.name("参"),
    type,
    value: bound && type.kind === "number" ? literal(type, tape) : null,
    above: ordered ? last : null,
    cite: null,
    span: NO_SPAN,
  });
}

/** 名额 and shares for placements, points for thresholds. */
const PARAMETERS: readonly NumberType[] = [
  numberType("次", fraction(0), fraction(4), fraction(1)),
  numberType("分", fraction(0), fraction(10), fraction(1)),
  numberType("", fraction(0), fraction(1), fraction(1, 100)),
];

function literal(type: NumberType, tape: Tape): Expr {
  return { op: "number", type, value: pointIn(type, tape) };
}

/** A value of the type: its low end, or some steps above it. */
export function pointIn(type: NumberType, tape: Tape): Fraction {
  const step = type.step ?? fraction(1);
  const low = type.low ?? times(step, fraction(-3));
  const value = plus(low, times(step, fraction(tape.below(101))));
  return type.high !== null && value.num * type.high.den > type.high.num * value.den ? type.high : value;
}
