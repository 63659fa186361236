/** Reading one supplied value as a value of its type. */
import type { EnumerationTable, FactValue, FieldTable, NumberTable, Rep } from "./abi.ts";
import { parseDay } from "./calendar.ts";
import { compare, divide, multiply, parseRational, type Rational, rational, toText } from "./rational.ts";

export type ValueIssue =
  | "wrong-type"
  | "out-of-range"
  | "too-precise"
  | "unknown-member"
  | "bad-date"
  | "bad-term";

export class BadValue {
  readonly issue: ValueIssue;
  /** The range, the step or the nearest member; empty where there is nothing to add. */
  readonly detail: string;
  constructor(issue: ValueIssue, detail = "") {
    this.issue = issue;
    this.detail = detail;
  }
}

/** Left out: no key, null, or an empty text (an empty cell of a table). */
export const isMissing = (raw: unknown): boolean =>
  raw === undefined || raw === null || (typeof raw === "string" && raw.trim() === "");

export const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** 不适用: supplied, and distinct from missing. */
export const isNotApplicable = (raw: unknown): boolean =>
  typeof raw === "string" && (plain(raw) === "不适用" || plain(raw).toLowerCase() === "not applicable");

/** Full-width forms, spaces around, and compositions of one name are one name. */
export const plain = (text: string): string => text.normalize("NFKC").trim();

/** A value in its representation; null when it does not fit (its declared range or step, or the limit). */
export function toRep(value: Rational, rep: Rep): number | bigint | Rational | null {
  if (rep.kind === "rat") return value;
  const scale = BigInt(rep.scale);
  if (scale % value.den !== 0n) return null;
  const n = value.num * (scale / value.den);
  if (rep.kind === "big") return n;
  const limit = BigInt(rep.limit ?? Number.MAX_SAFE_INTEGER);
  return n >= -limit && n <= limit ? Number(n) : null;
}

/** The number that a slot of this representation holds, or a fact beyond the limit of it. */
export function fromRep(value: number | bigint | Rational, rep: Rep): Rational {
  if (rep.kind === "rat" || typeof value === "object") return value as Rational;
  return rational(value, BigInt(rep.scale));
}

/** Reads numbers of one type. Integers are checked and scaled without BigInt wherever that is exact. */
export class NumberReader {
  private readonly low: Rational | null;
  private readonly high: Rational | null;
  private readonly step: Rational | null;
  private readonly factor: Rational;
  private readonly rep: Rep;
  private readonly unit: string;
  /** Written number × this = slot, a power of ten; 0 where the short way is not open. */
  private readonly shift: number = 0;
  private readonly lowSlot: number = 0;
  private readonly highSlot: number = 0;
  private readonly stepSlot: number = 0;
  /** Percentages are doubtful as a column when all lie in 0 to 1. */
  readonly percent: boolean;

  constructor(type: NumberTable, asFraction: boolean) {
    const read = (text: string | null) => (text === null ? null : parseRational(text)!);
    this.low = read(type.low);
    this.high = read(type.high);
    this.step = read(type.step);
    const factor = read(type.factor)!;
    this.factor = asFraction ? rational(1) : factor;
    this.rep = type.rep;
    this.unit = asFraction ? "" : type.unit;
    this.percent =
      !asFraction &&
      factor.num === 1n &&
      factor.den === 100n &&
      (this.high === null || compare(this.high, factor) > 0);
    if (type.rep.kind !== "int" || !this.step) return;
    const shift = multiply(this.factor, rational(type.rep.scale));
    const { limit = Number.MAX_SAFE_INTEGER } = type.rep;
    const low = this.low === null ? -limit : toRep(this.low, type.rep);
    const high = this.high === null ? limit : toRep(this.high, type.rep);
    const slots = [low, high, toRep(this.step, type.rep)];
    if (shift.den === 1n && /^10{0,15}$/.test(shift.num.toString()) && slots.every((s) => s !== null)) {
      this.shift = Number(shift.num);
      [this.lowSlot, this.highSlot, this.stepSlot] = slots as [number, number, number];
    }
  }

  /** `raw` is a JSON number (its shortest decimal text counts) or a decimal text, perhaps with its unit. */
  read(raw: unknown): FactValue | BadValue {
    if (typeof raw === "number" && this.shift > 0) {
      // A decimal of at most 15 digits is its own shortest text, and this quotient is then exact.
      const slot = Math.round(raw * this.shift);
      if (slot > -1e15 && slot < 1e15 && slot / this.shift === raw) {
        if (slot >= this.lowSlot && slot <= this.highSlot && slot % this.stepSlot === 0)
          return slot === 0 ? 0 : slot;
      }
    }
    const written = this.written(raw);
    if (written === undefined) return new BadValue("wrong-type");
    return this.check(multiply(written.value, written.factor));
  }

  /** Whether a fact is a number that the strict program does not take. */
  beyond(value: FactValue): boolean {
    return this.rep.kind !== "rat" && typeof value === "object";
  }

  /** A value in base units: as its representation, or as it is when {@link beyond} that. */
  check(value: Rational): FactValue | BadValue {
    if ((this.low && compare(value, this.low) < 0) || (this.high && compare(value, this.high) > 0))
      return new BadValue("out-of-range", `${this.show(this.low)}~${this.show(this.high)}${this.unit}`);
    if (this.step && this.step.num !== 0n && divide(value, this.step).den !== 1n)
      return new BadValue("too-precise", `${this.show(this.step)}${this.unit}`);
    return toRep(value, this.rep) ?? value;
  }

  /** Some value of the type. */
  some(): FactValue {
    const value = this.check(this.low ?? this.high ?? rational(0));
    return value instanceof BadValue ? (toRep(rational(0), this.rep) ?? undefined) : value;
  }

  private show(value: Rational | null): string {
    return value === null ? "" : toText(divide(value, this.factor));
  }

  /** The number as written, with the factor to base units; a percent sign always means percent. */
  written(
    raw: unknown,
  ): { readonly value: Rational; readonly factor: Rational; readonly sign: boolean } | undefined {
    if (typeof raw === "number") {
      const value = Number.isFinite(raw) ? parseRational(String(raw)) : undefined;
      return value && { value, factor: this.factor, sign: false };
    }
    if (typeof raw !== "string" || raw.length > 64) return undefined;
    let text = plain(raw);
    const percent = text.endsWith("%");
    if (percent) text = text.slice(0, -1).trimEnd();
    else if (this.unit !== "" && text.endsWith(this.unit)) text = text.slice(0, -this.unit.length).trimEnd();
    if (text.includes("/")) return undefined;
    const value = parseRational(text);
    return value && { value, factor: percent ? { num: 1n, den: 100n } : this.factor, sign: percent };
  }
}

/** Members by their plain names, former names included. */
export function memberNames(enumeration: EnumerationTable): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const former of enumeration.former) names.set(plain(former.name), former.member);
  for (const [index, name] of enumeration.members.entries()) names.set(plain(name), index);
  return names;
}

const TRUE = new Set(["是", "true", "yes"]);
const FALSE = new Set(["否", "false", "no"]);

export function readTruth(raw: unknown): boolean | BadValue {
  if (typeof raw === "boolean") return raw;
  const text = typeof raw === "string" ? plain(raw).toLowerCase() : "";
  return TRUE.has(text) ? true : FALSE.has(text) ? false : new BadValue("wrong-type");
}

export function readDay(raw: unknown): number | BadValue {
  if (typeof raw !== "string") return new BadValue("wrong-type");
  return parseDay(plain(raw)) ?? new BadValue("bad-date");
}

/** Numbers are taken as texts too: tables give codes as numbers. */
export function readText(raw: unknown): string | BadValue {
  if (typeof raw === "string") return raw.trim();
  return typeof raw === "number" && Number.isFinite(raw) ? String(raw) : new BadValue("wrong-type");
}

export function readParty(raw: unknown): readonly string[] | BadValue {
  if (typeof raw === "string") return [raw.trim()];
  if (Array.isArray(raw) && raw.every((name) => typeof name === "string" && name.trim() !== ""))
    return raw.map((name: string) => name.trim());
  return new BadValue("wrong-type");
}

/** What stands for a value that does not apply: some value of its type. */
export function idleValue(field: FieldTable, number: NumberReader | null): FactValue {
  switch (field.type.kind) {
    case "number":
      return number!.some();
    case "truth":
      return false;
    case "choice":
    case "date":
      return 0;
    case "text":
      return "";
    case "party":
    case "links":
      return [];
    case "link":
      return undefined;
    case "list":
      return { records: [], absent: [] };
  }
}

/** A short text of any value, for messages. */
export function rawText(raw: unknown): string {
  let text: string;
  try {
    text = typeof raw === "string" ? raw : (JSON.stringify(raw) ?? String(raw));
  } catch {
    text = String(typeof raw);
  }
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
