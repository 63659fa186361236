import type * as ir from "../../compiler/ir/ir.ts";
import { structuralKey } from "../../compiler/ir/structural-key.ts";
import { compare, multiply, rational, toText } from "../../runtime/rational.ts";
import {
  commutative,
  constant,
  type End,
  junction,
  type Norm,
  type NormRow,
  negation,
  norm,
  truth,
} from "./norm.ts";

/**
 * From the IR of one version to the normal form. Named cells stay names, so that a change of a definition shows at the
 * definition and not everywhere it is used; cells without a name are written out.
 */
export class Normalizer {
  readonly measure: ir.Measure;
  readonly #cells = new Map<number, Norm>();

  constructor(measure: ir.Measure) {
    this.measure = measure;
  }

  cellName(id: number): string {
    const cell = this.measure.cells[id]!;
    return `${this.measure.subjects[cell.subject]!.name}.${cell.name ?? ""}`;
  }

  /** A cell as others see it: by its name, or else written out. */
  cell(id: number): Norm {
    const known = this.#cells.get(id);
    if (known) return known;
    const cell = this.measure.cells[id]!;
    const made =
      cell.name === null ? this.body(cell) : norm("cell", this.cellName(id), [], this.#range(cell.type));
    this.#cells.set(id, made);
    return made;
  }

  /** What a cell is. */
  body(cell: ir.Cell): Norm {
    const { body } = cell;
    switch (body.kind) {
      case "expression":
        return this.expr(body.expr, cell.subject);
      case "grade":
        // Only named cells are graded; their parts are rules of their own (rules.ts).
        return norm("graded", this.cellName(cell.id));
      case "placement":
        return norm(
          "placed",
          this.#population(body, cell.subject) + structuralKey(this.#placementRows(body, cell.subject)),
        );
      case "population":
        return norm(
          "population",
          `${body.fn} ${this.#population(body, cell.subject)}`,
          body.operand === null ? [] : [this.cell(body.operand)],
          this.#range(cell.type),
        );
    }
  }

  /** Who is compared with whom, in which order: all of a ranking but its rows. */
  placementFrame(body: ir.PlacementBody, subject: number): Norm {
    const rest = body.rest === null ? "" : this.member(body.enumeration, body.rest);
    return norm("placement", `${this.#population(body, subject)} rest ${rest}`, [this.cell(body.score)]);
  }

  placementAmount(row: ir.PlacementRow, subject: number): Norm {
    const amount = this.expr(row.amount, subject);
    if (row.share === null)
      return norm("places", row.end, [amount], amount.value ? { value: amount.value } : {});
    const { base: of } = row.share;
    const base = of === "everyone" ? [norm("everyone", "", [])] : of ? [this.expr(of, subject)] : [];
    return norm(
      "share",
      `${row.end} ${row.share.rounding}`,
      [amount, ...base],
      amount.value ? { value: amount.value } : {},
    );
  }

  member(enumeration: number, index: number): string {
    return this.measure.enumerations[enumeration]!.members[index]!;
  }

  #placementRows(body: ir.PlacementBody, subject: number): readonly string[] {
    return [
      this.placementFrame(body, subject).id,
      ...body.rows.map(
        (r) => `${this.placementAmount(r, subject).id} ${this.member(body.enumeration, r.grade)}`,
      ),
    ];
  }

  #population(b: ir.PlacementBody | ir.PopulationBody, _subject: number): string {
    const tie = b.tieBreak ? `${this.cell(b.tieBreak.cell).id} ${b.tieBreak.order}` : "";
    const groups = b.groups.map((g) => this.cell(g).id).sort();
    const restricted = b.kind === "placement" && b.ceilings.length > 0 ? "passes over" : "";
    return structuralKey([
      b.order,
      tie,
      b.ties,
      b.pool === null ? "" : this.cell(b.pool).id,
      groups,
      restricted,
    ]);
  }

  /** A field reached through link fields, by names. */
  way(subject: number, links: readonly number[], field: number | null): readonly string[] {
    let at = subject;
    const names = links.map((link) => {
      const name = this.fieldName(at, link);
      const type = this.measure.subjects[at]!.fields[link]?.type;
      if (type?.kind === "link" || type?.kind === "links") at = type.subject;
      return name;
    });
    return field === null ? names : [...names, this.fieldName(at, field)];
  }

  fieldName(subject: number, field: number): string {
    const owner = this.measure.subjects[subject]!;
    return `${owner.name}.${owner.fields[field]?.name ?? ""}`;
  }

  /** @param subject the kind of subject a reference without `record` is about */
  expr(e: ir.Expr, subject: number, record: ir.RecordKind | null = null): Norm {
    const go = (x: ir.Expr): Norm => this.expr(x, subject, record);
    switch (e.op) {
      case "number":
        return constant(e.value);
      case "truth":
        return truth(e.value);
      case "member":
        return e.type.kind === "choice"
          ? norm(
              "member",
              `${this.#enumerationName(e.type.enumeration)} ${this.member(e.type.enumeration, e.value)}`,
              [],
              {
                value: rational(e.value),
              },
            )
          : norm("member", String(e.value));
      case "text":
        return norm("text", e.value);
      case "date":
        return norm("date", structuralKey(e.value));
      case "field":
        return norm(
          "field",
          e.of === "record"
            ? `${record?.name ?? "row"}.${record?.fields[e.field]?.name ?? e.field}`
            : this.fieldName(subject, e.field),
          [],
          this.#range(e.type),
        );
      case "cell":
        return this.cell(e.cell);
      case "parameter":
        return norm("parameter", this.measure.parameters[e.parameter]!.name, [], this.#range(e.type));
      case "context":
        return norm("context", e.what);
      case "via": {
        const link = this.measure.subjects[subject]!.fields[e.link]!;
        const target = link.type.kind === "link" ? link.type.subject : subject;
        return norm(
          "via",
          this.fieldName(subject, e.link),
          [this.expr(e.target, target)],
          this.#range(e.type),
        );
      }
      case "negate": {
        const arg = go(e.arg);
        return arg.value
          ? constant(multiply(arg.value, rational(-1)))
          : commutative("multiply", [constant(rational(-1)), arg], this.#range(e.type));
      }
      case "add":
      case "multiply":
      case "min":
      case "max":
        return commutative(e.op, e.args.map(go), this.#range(e.type));
      case "divide":
        return norm("divide", e.zero?.kind ?? "", [go(e.left), go(e.right)], this.#range(e.type));
      case "round":
        return norm("round", `${e.mode} ${toText(e.step)}`, [go(e.arg)], this.#range(e.type));
      case "compare":
        return this.#compare(e, go);
      case "one-of":
        return this.#oneOf(e.arg, e.members, go);
      case "and":
      case "or":
        return junction(e.op, e.args.map(go));
      case "not":
        return negation(go(e.arg));
      case "at-least":
        if (e.count === 1) return junction("or", e.args.map(go));
        if (e.count === e.args.length) return junction("and", e.args.map(go));
        return norm(
          "at-least",
          String(e.count),
          [...e.args.map(go)].sort((a, b) => (a.id < b.id ? -1 : 1)),
          { value: rational(e.count) },
        );
      case "if": {
        const [c, t, o] = [go(e.condition), go(e.then), go(e.otherwise)];
        return c.op === "not"
          ? norm("if", "", [c.args[0]!, o, t], this.#range(e.type))
          : norm("if", "", [c, t, o], this.#range(e.type));
      }
      case "bands":
        return this.#bands(e, go);
      case "aggregate":
        return this.#aggregate(e, subject);
      case "linked": {
        const over =
          e.over.how === "field"
            ? this.fieldName(subject, e.over.field)
            : `<- ${this.fieldName(e.over.subject, e.over.field)}`;
        const [value, where] = [e.value, e.where].map((c) => (c === null ? truth(true) : this.cell(c)));
        return norm(`linked ${e.fn}`, over, [value!, where!], this.#range(e.type));
      }
      case "past":
        return norm("past", `${e.back} ${e.each ?? ""}`, [go(e.arg)], this.#range(e.type));
      case "run":
        return norm("run", `${e.gap} ${e.each ?? ""}`, [constant(rational(e.length)), go(e.arg)]);
      case "run-length":
        return norm("run-length", `${e.gap} ${e.each ?? ""}`, [go(e.arg)], this.#range(e.type));
      case "over-years":
        return norm(
          `years ${e.fn}`,
          structuralKey([e.first, e.last, e.missing, e.each ?? "year"]),
          [go(e.arg)],
          this.#range(e.type),
        );
      case "days-between":
      case "full-years":
        return norm(e.op, "", [go(e.from), go(e.to)]);
      case "later":
        return norm("later", structuralKey([e.years, e.months, e.days, e.workdays ?? 0]), [go(e.from)]);
    }
  }

  #range(type: ir.Type): Pick<Norm, "range" | "step"> {
    return type.kind === "number" ? { range: { low: type.low, high: type.high }, step: type.step } : {};
  }

  #enumerationName(enumeration: number): string {
    return this.measure.enumerations[enumeration]!.name;
  }

  /** Numbers as x ≤ y or x < y; levels as the set of those meant. */
  #compare(e: Extract<ir.Expr, { op: "compare" }>, go: (x: ir.Expr) => Norm): Norm {
    const { left, right, cmp } = e;
    if (left.type.kind === "choice" && right.op === "member" && left.op !== "member") {
      const { members, kind } = this.measure.enumerations[left.type.enumeration]!;
      const all = members.map((_, i) => i);
      const at = right.value;
      const meant: Record<typeof cmp, (i: number) => boolean> = {
        "<": (i) => i < at,
        "<=": (i) => i <= at,
        ">": (i) => i > at,
        ">=": (i) => i >= at,
        "==": (i) => i === at,
        "!=": (i) => i === at,
      };
      if (kind !== "options" || cmp === "==" || cmp === "!=") {
        const set = this.#oneOf(
          left,
          all.filter(meant[cmp]),
          go,
          cmp === "==" || cmp === "!=" ? undefined : members,
        );
        return cmp === "!=" ? negation(set) : set;
      }
    }
    const [a, b] = [go(left), go(right)];
    if (left.type.kind === "number" || left.type.kind === "date") {
      if (cmp === "<=" || cmp === ">=") return norm("le", "", cmp === "<=" ? [a, b] : [b, a]);
      if (cmp === "<" || cmp === ">") return norm("lt", "", cmp === "<" ? [a, b] : [b, a]);
    }
    if (cmp === "==" || cmp === "!=") {
      const equal = norm("equal", "", a.id < b.id ? [a, b] : [b, a]);
      return cmp === "==" ? equal : negation(equal);
    }
    return norm("compare", cmp, [a, b]);
  }

  #oneOf(
    arg: ir.Expr,
    indexes: readonly number[],
    go: (x: ir.Expr) => Norm,
    universe?: readonly string[],
  ): Norm {
    if (arg.type.kind !== "choice") return norm("in", structuralKey(indexes), [go(arg)]);
    const { enumeration } = arg.type;
    const members = indexes.map((i) => this.member(enumeration, i)).sort();
    return norm("in", structuralKey([this.#enumerationName(enumeration), members]), [go(arg)], {
      members,
      ...(universe ? { universe } : {}),
    });
  }

  #bands(e: Extract<ir.Expr, { op: "bands" }>, go: (x: ir.Expr) => Norm): Norm {
    const rows: NormRow[] = e.rows.map(({ low, high, result }) => ({ low, high, result: go(result) }));
    rows.sort((a, b) => compareLow(a.low, b.low));
    const otherwise = e.otherwise ? go(e.otherwise) : null;
    const data = structuralKey(rows.map((r) => [r.low, r.high]));
    return norm("bands", data, [go(e.arg), ...rows.map((r) => r.result), ...(otherwise ? [otherwise] : [])], {
      rows,
      ...this.#range(e.type),
    });
  }

  #aggregate(e: Extract<ir.Expr, { op: "aggregate" }>, subject: number): Norm {
    const list = this.measure.subjects[subject]!.fields[e.list]!;
    const record = list.type.kind === "list" ? this.measure.records[list.type.record]! : null;
    const inside = (x: ir.Expr | null) => (x === null ? truth(true) : this.expr(x, subject, record));
    const name = (field: number) => record?.fields[field]?.name ?? "";
    const window = e.window && {
      ...e.window,
      date: name(e.window.date),
      ...(e.window.kind === "since" ? { from: this.expr(e.window.from, subject).id } : {}),
    };
    const once = e.once && {
      same: e.once.same.map(name).sort(),
      atMost: e.once.atMost && { ...e.once.atMost, date: name(e.once.atMost.date) },
    };
    const data = structuralKey([
      this.fieldName(subject, e.list),
      e.missing,
      e.gap ?? "",
      window ?? "",
      once ?? "",
    ]);
    return norm(`over ${e.fn}`, data, [inside(e.value), inside(e.where)], this.#range(e.type));
  }
}

/** Lower ends from the lowest on; an open one first, an included value before the same value excluded. */
export function compareLow(a: End, b: End): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compare(a.value, b.value) || Number(b.included) - Number(a.included);
}
