import type {
  Atom,
  Bound,
  Cell,
  CellBody,
  Clause,
  Consequence,
  Expr,
  Field,
  ListType,
  Measure,
  NumberType,
  Parameter,
  RecordRows,
  Requirement,
  Shift,
  Type,
} from "../../src/compiler/ir/ir.ts";
import { parseRational, type Rational } from "../../src/runtime/rational.ts";
import { NO_SPAN } from "../../src/source/span.ts";

/** Small hand-made measures: a builder that numbers cells, citations and clauses as it goes. */

export const q = (text: string): Rational => parseRational(text)!;

/** A number type: bounds and step in base units, `percent` written in %. */
export function num(low: string | null, high: string | null, step: string | null, unit = "分"): NumberType {
  return {
    kind: "number",
    dimension: unit === "%" ? "" : unit,
    low: low === null ? null : q(low),
    high: high === null ? null : q(high),
    step: step === null ? null : q(step),
    display: { unit, factor: unit === "%" ? q("0.01") : q("1") },
  };
}

export const TRUTH: Type = { kind: "truth" };
export const TEXT: Type = { kind: "text" };
export const DATE: Type = { kind: "date" };
export const PARTY: Type = { kind: "party" };
export const SCORE = num("0", "100", "0.01");
export const ANY = num(null, null, null);
export const choice = (enumeration: number): Type => ({ kind: "choice", enumeration });
export const link = (subject: number): Type => ({ kind: "link", subject });

// ─────────────────────────────── expressions ───────────────────────────────

export const lit = (text: string, type: NumberType = ANY): Expr => ({ op: "number", type, value: q(text) });
export const member = (enumeration: number, value: number): Expr => ({
  op: "member",
  type: choice(enumeration),
  value,
});
export const yes: Expr = { op: "truth", type: TRUTH, value: true };
export const param = (parameter: number, type: Type): Expr => ({ op: "parameter", type, parameter });
export const sum = (...args: Expr[]): Expr => ({ op: "add", type: ANY, args });
export const times = (...args: Expr[]): Expr => ({ op: "multiply", type: ANY, args });
export const over = (left: Expr, right: Expr): Expr => ({ op: "divide", type: ANY, left, right });
export const cmp = (left: Expr, how: Extract<Expr, { op: "compare" }>["cmp"], right: Expr): Expr => ({
  op: "compare",
  type: TRUTH,
  cmp: how,
  left,
  right,
});
export const or = (...args: Expr[]): Expr => ({ op: "or", type: TRUTH, args });
export const and = (...args: Expr[]): Expr => ({ op: "and", type: TRUTH, args });
export const round = (arg: Expr, step: string, mode: "half-up" | "down" | "up" = "half-up"): Expr => ({
  op: "round",
  type: num(null, null, step),
  mode,
  step: q(step),
  arg,
});
export const via = (field: number, target: Expr): Expr => ({
  op: "via",
  type: target.type,
  link: field,
  target,
});

/** Rows as `[low, included, high, included, result]`; null ends are open. */
export function bands(
  arg: Expr,
  rows: readonly (readonly [string | null, boolean, string | null, boolean, Expr])[],
  otherwise: Expr | null = null,
): Expr {
  return {
    op: "bands",
    type: rows[0]![4].type,
    arg,
    rows: rows.map(([low, lowIn, high, highIn, result], i) => ({
      low: low === null ? null : { value: q(low), included: lowIn },
      high: high === null ? null : { value: q(high), included: highIn },
      result,
      cite: 0,
      text: `第${i + 1}行`,
    })),
    otherwise,
  };
}

// ───────────────────────────────── measures ─────────────────────────────────

type GradeParts = Partial<Omit<Extract<CellBody, { kind: "grade" }>, "kind">>;
type PlacementParts = Partial<Omit<Extract<CellBody, { kind: "placement" }>, "kind">>;
type PopulationParts = Partial<Omit<Extract<CellBody, { kind: "population" }>, "kind">>;

export class Builder {
  private readonly citations: string[] = [];
  private readonly enumerations: Measure["enumerations"][number][] = [];
  private readonly parameters: Parameter[] = [];
  private readonly actions: Measure["actions"][number][] = [];
  private readonly records: { name: string; fields: Field[] }[] = [];
  private readonly subjects: { name: string; key: number; fields: Field[]; of?: RecordRows }[] = [];
  private readonly cells: Cell[] = [];
  private readonly clauses: Clause[] = [];
  private readonly consequences: Consequence[] = [];
  private readonly requirements: Requirement[] = [];
  private readonly name: string;
  private readonly language: "zh" | "en";

  constructor(name = "办法", language: "zh" | "en" = "zh") {
    this.name = name;
    this.language = language;
    this.cite("第一条");
  }

  cite(text: string): number {
    return this.citations.push(text) - 1;
  }
  scale(name: string, ...members: string[]): number {
    return this.enumerations.push({ name, kind: "scale", members, former: [] }) - 1;
  }
  options(name: string, ...members: string[]): number {
    return this.enumerations.push({ name, kind: "options", members, former: [] }) - 1;
  }
  renamed(enumeration: number, name: string, to: number): void {
    const e = this.enumerations[enumeration]!;
    this.enumerations[enumeration] = { ...e, former: [...e.former, { name, member: to }] };
  }
  parameter(name: string, type: Type, value: Expr | null = null): number {
    return this.parameters.push({ name, type, value, above: null, cite: 0, span: NO_SPAN }) - 1;
  }
  action(name: string): number {
    return (
      this.actions.push({ name, category: "惩处", polarity: "negative", argument: null, absorbedBy: [] }) - 1
    );
  }
  /** A kind whose field 0 is its id. */
  subject(name: string, id = "编号"): number {
    return this.subjects.push({ name, key: 0, fields: [field(id, TEXT)] }) - 1;
  }
  /** The records of a list as a kind of their own; its fields must be complete. */
  rowsOf(subject: number, list: number): number {
    const { name, fields } = this.subjects[subject]!;
    const { name: field_, type } = fields[list]!;
    const own = type.kind === "list" ? this.records[type.record]!.fields : [];
    const period = num("1", "12", "1", "");
    const more = [field("·标识", TEXT), field("·所属", link(subject)), field("·期", period)];
    const at = own.length;
    return (
      this.subjects.push({
        name: `${name}·${field_}`,
        key: at,
        fields: [...own, ...more.map((f) => ({ ...f, derived: true as const }))],
        of: { subject, list, owner: at + 1, period: at + 2 },
      }) - 1
    );
  }
  record(name: string): number {
    return this.records.push({ name, fields: [] }) - 1;
  }
  field(subject: number, name: string, type: Type | ListType, more: Partial<Field> = {}): number {
    return this.subjects[subject]!.fields.push({ ...field(name, type), ...more }) - 1;
  }
  recordField(record: number, name: string, type: Type): number {
    return this.records[record]!.fields.push(field(name, type)) - 1;
  }
  /** A reference to a field of a subject, or of a record of one of its lists. */
  fact(subject: number, index: number): Expr {
    return {
      op: "field",
      type: this.subjects[subject]!.fields[index]!.type as Type,
      of: "subject",
      field: index,
    };
  }
  entry(record: number, index: number): Expr {
    return {
      op: "field",
      type: this.records[record]!.fields[index]!.type as Type,
      of: "record",
      field: index,
    };
  }
  /** A cell of a record, inside a figure over its list. */
  column(id: number): Expr {
    return { op: "cell", type: this.cells[id]!.type, of: "record", cell: id };
  }
  cell(id: number): Expr {
    return { op: "cell", type: this.cells[id]!.type, of: "subject", cell: id };
  }

  add(subject: number, name: string | null, type: Type, body: CellBody, stratum: number): number {
    const id = this.cells.length;
    this.cells.push({
      id,
      name,
      text: name ?? `c${id}`,
      subject,
      type,
      cite: 0,
      span: NO_SPAN,
      stratum,
      body,
    });
    return id;
  }
  expr(subject: number, name: string | null, expr: Expr, stratum = 0): number {
    return this.add(subject, name, expr.type, { kind: "expression", expr }, stratum);
  }
  grade(
    subject: number,
    name: string,
    enumeration: number,
    base: number,
    parts: GradeParts = {},
    stratum = 0,
  ): number {
    const body: CellBody = {
      kind: "grade",
      enumeration,
      bases: [{ guard: null, value: base, cite: 0 }],
      notAssessed: [],
      raises: [],
      reductions: [],
      floors: [],
      ceilings: [],
      after: [],
      ...parts,
    };
    return this.add(subject, name, choice(enumeration), body, stratum);
  }
  place(subject: number, enumeration: number, score: number, parts: PlacementParts, stratum = 1): number {
    const body: CellBody = {
      kind: "placement",
      enumeration,
      score,
      order: "descending",
      tieBreak: null,
      ties: "share",
      pool: null,
      groups: [],
      ceilings: [],
      rows: [],
      rest: 0,
      ...parts,
    };
    return this.add(subject, null, choice(enumeration), body, stratum);
  }
  population(
    subject: number,
    name: string,
    type: Type,
    fn: PopulationParts["fn"] & string,
    parts: PopulationParts,
    stratum = 1,
  ): number {
    const body: CellBody = {
      kind: "population",
      fn,
      operand: null,
      order: "descending",
      tieBreak: null,
      ties: "share",
      pool: null,
      groups: [],
      ...parts,
    };
    return this.add(subject, name, type, body, stratum);
  }
  clause(subject: number, when: number, cite: string, effect: string, atoms: readonly Atom[] = []): number {
    const id = this.clauses.length;
    const index = this.cite(cite);
    const reason = { cite: index, holds: when, atoms, text: this.cells[when]!.text };
    this.clauses.push({ id, cite: index, subject, when, reasons: [reason], effect, span: NO_SPAN });
    return id;
  }
  consequence(clause: number, action: number, more: Partial<Consequence> = {}): void {
    this.consequences.push({
      clause,
      cite: this.clauses[clause]!.cite,
      target: { kind: "self" },
      actions: [{ action, argument: null }],
      modality: "must",
      by: [],
      combine: null,
      mitigations: [],
      spares: [],
      span: NO_SPAN,
      ...more,
    });
  }
  requirement(
    subject: number,
    holds: number,
    polarity: "duty" | "prohibition",
    atoms: readonly Atom[] = [],
  ): void {
    this.requirements.push({
      cite: this.cite("第九条"),
      subject,
      polarity,
      when: null,
      holds,
      atoms,
      text: "要求",
      span: NO_SPAN,
    });
  }

  measure(): Measure {
    return {
      irVersion: 1,
      language: this.language,
      name: this.name,
      title: null,
      documentNumber: null,
      issuers: [],
      effective: null,
      expires: null,
      period: "year",
      citations: this.citations.map((text) => ({ text, path: [text], title: null, span: NO_SPAN })),
      enumerations: this.enumerations,
      parameters: this.parameters,
      actions: this.actions,
      records: this.records,
      subjects: this.subjects,
      cells: this.cells,
      clauses: this.clauses,
      consequences: this.consequences,
      requirements: this.requirements,
      assertions: [],
      outline: [],
      procedures: [],
      draws: [],
    };
  }
}

function field(name: string, type: Type | ListType): Field {
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
}

export const shift = (clause: number, when: number, steps: number, limit: number | null = null): Shift => ({
  clause,
  when,
  steps,
  limit,
});
export const bound = (clause: number, when: number, grade: number, veto = false): Bound => ({
  clause,
  when,
  grade,
  veto,
});
export const row = (end: "top" | "bottom", grade: number, amount: Expr, share = false) => ({
  end,
  grade,
  cite: 0,
  amount,
  share: share ? { base: null, rounding: "half-up" as const } : null,
  text: `${end} ${grade}`,
});
