/**
 * What a piece of a measure means, as a text that two measures have in common: names instead of indexes, and no cell
 * but by what it computes. Equal keys mean equal values on equal data, so the two versions of a measure share all that
 * did not change.
 */
import { childrenOf } from "../../compiler/ir/children.ts";
import type * as ir from "../../compiler/ir/ir.ts";
import type { Rational } from "../../runtime/rational.ts";

/** Short names for long texts; one for all measures that are compared. */
export class Interned {
  readonly #numbers = new Map<string, number>();
  of(text: string): string {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return `#${number}`;
  }
}

const rat = (r: Rational | null): string => (r === null ? "~" : `${r.num}/${r.den}`);
const list = (parts: readonly string[]): string => `(${parts.join(" ")})`;

export class Keys {
  readonly measure: ir.Measure;
  readonly #interned: Interned;
  readonly #cells = new Map<number, string>();

  constructor(measure: ir.Measure, interned: Interned) {
    this.measure = measure;
    this.#interned = interned;
  }

  enumeration(index: number): string {
    const { kind, members } = this.measure.enumerations[index]!;
    return this.#interned.of(JSON.stringify([kind, members]));
  }

  type(type: ir.Type): string {
    switch (type.kind) {
      case "number":
        return `n${rat(type.low)},${rat(type.high)},${rat(type.step)},${type.dimension}`;
      case "choice":
        return `e${this.enumeration(type.enumeration)}`;
      case "link":
      case "links":
        return `${type.kind}${JSON.stringify(this.measure.subjects[type.subject]!.name)}`;
      case "truth":
      case "text":
      case "date":
      case "party":
        return type.kind;
    }
  }

  /** Kind and field by name, with the sort of value: data that are compared lie in the ranges of all versions. */
  field(kind: number, index: number): string {
    const owner = this.measure.subjects[kind]!;
    const field = owner.fields[index]!;
    return this.#interned.of(
      JSON.stringify([owner.name, field.name, this.#fieldType(field), field.derived ?? false]),
    );
  }

  #fieldType(field: ir.Field): string {
    if (field.type.kind === "number") return "number";
    // Columns have keys of their own: those that nothing looks at are no part of the meaning.
    return field.type.kind === "list" ? field.type.frequency : this.type(field.type);
  }

  /** A column of the records of a list, by name. */
  #column(kind: number, record: number, index: number): string {
    const { type } = this.measure.subjects[kind]!.fields[record]!;
    const column = type.kind === "list" ? this.measure.records[type.record]!.fields[index] : undefined;
    return column ? JSON.stringify([column.name, this.#fieldType(column)]) : String(index);
  }

  cell(id: number): string {
    const known = this.#cells.get(id);
    if (known) return known;
    const cell = this.measure.cells[id]!;
    const key = this.#interned.of(this.#body(cell));
    this.#cells.set(id, key);
    return key;
  }

  #body(cell: ir.Cell): string {
    const { body, subject } = cell;
    const kind = JSON.stringify(this.measure.subjects[subject]!.name);
    const on = (e: ir.Expr) => this.expr(e, subject, null);
    const baseOf = (of: ir.Expr | "everyone" | null) => (of === "everyone" ? "all" : of ? on(of) : "~");
    const optional = (id: number | null) => (id === null ? "~" : this.cell(id));
    const bounds = (all: readonly ir.Bound[]) =>
      list(all.map((b) => `${this.cell(b.when)}:${b.grade}`).sort());
    const shifts = (all: readonly ir.Shift[]) =>
      list(all.map((s) => `${this.cell(s.when)}:${s.steps}:${s.limit ?? "~"}`).sort());
    const tie = (t: ir.PlacementBody["tieBreak"]) => (t ? `${this.cell(t.cell)}${t.order}` : "~");
    switch (body.kind) {
      case "expression":
        // A past of a cell with a name asks the results under that name.
        return `x${kind}${this.type(cell.type).startsWith("e") ? this.type(cell.type) : ""}${on(body.expr)}`;
      case "grade":
        return list([
          `g${kind}${this.enumeration(body.enumeration)}`,
          list(body.bases.map((b) => `${optional(b.guard)}>${this.cell(b.value)}`).sort()),
          list(body.notAssessed.map((n) => this.cell(n.when)).sort()),
          shifts(body.raises),
          shifts(body.reductions),
          bounds(body.floors),
          bounds(body.ceilings),
          shifts(body.after),
        ]);
      case "placement":
        return list([
          `p${kind}${this.enumeration(body.enumeration)}`,
          this.cell(body.score) + body.order,
          tie(body.tieBreak),
          body.ties,
          optional(body.pool),
          list(body.groups.map((g) => this.cell(g)).sort()),
          bounds(body.ceilings),
          list(
            body.rows.map(
              (r) =>
                `${r.end}${r.grade}${on(r.amount)}${r.share ? `${baseOf(r.share.base)}${r.share.rounding}` : ""}`,
            ),
          ),
          `${body.rest ?? "~"}`,
        ]);
      case "population":
        return list([
          `s${kind}${body.fn}${body.order}${body.ties}`,
          optional(body.operand),
          tie(body.tieBreak),
          optional(body.pool),
          list(body.groups.map((g) => this.cell(g)).sort()),
        ]);
    }
  }

  /** @param record the list whose records `of: "record"` speaks of */
  expr(e: ir.Expr, kind: number, record: number | null): string {
    return this.#interned.of(this.#expr(e, kind, record));
  }

  #expr(e: ir.Expr, kind: number, record: number | null): string {
    const on = (x: ir.Expr) => this.expr(x, kind, record);
    const { measure } = this;
    switch (e.op) {
      case "number":
        return rat(e.value);
      case "truth":
        return String(e.value);
      case "member":
        return `m${this.type(e.type)}${e.value}`;
      case "text":
        return JSON.stringify(e.value);
      case "date":
        return `d${e.value.year}-${e.value.month}-${e.value.day}`;
      case "field":
        if (e.of === "subject") return `f${this.field(kind, e.field)}`;
        return `r${this.field(kind, record!)}.${this.#column(kind, record!, e.field)}`;
      case "cell":
        return `c${e.of}${this.cell(e.cell)}`;
      case "parameter": {
        const { name, type, value } = measure.parameters[e.parameter]!;
        return value ? on(value) : `?${JSON.stringify(name)}${this.type(type)}`;
      }
      case "context":
        return e.what;
      case "via": {
        const { type } = measure.subjects[kind]!.fields[e.link]!;
        const target = type.kind === "link" ? type.subject : 0;
        return list(["via", this.field(kind, e.link), this.expr(e.target, target, null)]);
      }
      case "round":
        return list(["round", e.mode, rat(e.step), on(e.arg)]);
      case "compare":
        return list([e.cmp, on(e.left), on(e.right)]);
      case "one-of":
        return list(["in", this.type(e.arg.type), on(e.arg), [...e.members].sort((a, b) => a - b).join(",")]);
      case "add":
      case "multiply":
      case "min":
      case "max":
      case "and":
      case "or":
        return list([e.op, ...e.args.map(on).sort()]);
      case "at-least":
        return list([e.op, String(e.count), ...e.args.map(on).sort()]);
      case "negate":
      case "not":
        return list([e.op, on(e.arg)]);
      case "divide":
        return list([e.op, on(e.left), on(e.right)]);
      case "if":
        return list([e.op, on(e.condition), on(e.then), on(e.otherwise)]);
      case "bands":
        return list([
          "bands",
          on(e.arg),
          ...e.rows
            .map(
              (r) =>
                `${rat(r.low?.value ?? null)}${r.low?.included ?? ""}-${rat(r.high?.value ?? null)}${r.high?.included ?? ""}>${on(r.result)}`,
            )
            .sort(),
          e.otherwise ? on(e.otherwise) : "~",
        ]);
      case "aggregate": {
        const { window, once } = e;
        return list([
          `agg${e.fn}${e.gap ?? ""}${e.missing}`,
          this.field(kind, e.list),
          e.value ? this.expr(e.value, kind, e.list) : "~",
          e.where ? this.expr(e.where, kind, e.list) : "~",
          window === null ? "~" : this.#column(kind, e.list, window.date),
          window?.kind === "since"
            ? `since${this.expr(window.from, kind, null)}`
            : JSON.stringify(window && { ...window, date: 0 }),
          JSON.stringify(
            once && [
              once.same.map((c) => this.#column(kind, e.list, c)).sort(),
              once.atMost && { ...once.atMost, date: this.#column(kind, e.list, once.atMost.date) },
            ],
          ) ?? "~",
        ]);
      }
      case "linked": {
        const { over } = e;
        return list([
          `linked${e.fn}`,
          over.how === "field" ? this.field(kind, over.field) : `^${this.field(over.subject, over.field)}`,
          e.where === null ? "~" : this.cell(e.where),
          e.value === null ? "~" : this.cell(e.value),
        ]);
      }
      case "past":
        return list([`past${e.back}${e.each ?? ""}${this.type(e.type)}`, this.#past(e.arg, kind)]);
      case "run":
        return list([`run${e.length}${e.gap}${e.each ?? ""}`, this.#past(e.arg, kind)]);
      case "run-length":
        return list([`length${e.gap}${e.each ?? ""}`, this.#past(e.arg, kind)]);
      case "over-years":
        return list([
          `years${e.fn}${e.each ?? ""}${e.first},${e.last ?? "~"}${e.missing}`,
          this.#past(e.arg, kind),
        ]);
      case "days-between":
      case "full-years":
        return list([e.op, on(e.from), on(e.to)]);
      case "later":
        return list(["later", on(e.from), `${e.years},${e.months},${e.days},${e.workdays ?? 0}`]);
    }
  }

  /** What looks back asks results by name as well as this period's cells by meaning. */
  #past(e: ir.Expr, kind: number): string {
    const names: string[] = [];
    const visit = (x: ir.Expr): void => {
      if (x.op === "cell") {
        const { name, body } = this.measure.cells[x.cell]!;
        if (name !== null) names.push(name);
        else if (body.kind === "expression") visit(body.expr);
      }
      for (const inner of childrenOf(x)) visit(inner);
    };
    visit(e);
    return `${JSON.stringify(names)}${this.expr(e, kind, null)}`;
  }
}
