import type * as ir from "../../compiler/ir/ir.ts";

/**
 * Whether it is better for those assessed when a figure is higher (a condition true, a grade higher): +1, worse: −1;
 * 0: nothing depends on it; "both": it depends. Found backwards from what is good or bad in itself, a grade and a
 * consequence, through everything that is computed from anything, until nothing changes any more.
 */
export type Polarity = 0 | 1 | -1 | "both";

export interface Polarities {
  /** By the names that pieces use: `包点领导.综合得分`, `包点领导.建房进度`, `优秀名额`. */
  readonly of: (name: string) => Polarity;
}

const join = (a: Polarity, b: Polarity): Polarity => (a === 0 || a === b ? b : b === 0 ? a : "both");
const turn = (p: Polarity): Polarity => (p === 1 ? -1 : p === -1 ? 1 : p);

export function polaritiesOf(measure: ir.Measure): Polarities {
  const found = new Flow(measure).run();
  return { of: (name) => found.get(name) ?? 0 };
}

class Flow {
  readonly #m: ir.Measure;
  readonly #cells: Polarity[];
  readonly #names = new Map<string, Polarity>();
  #changed = false;

  constructor(measure: ir.Measure) {
    this.#m = measure;
    this.#cells = measure.cells.map(() => 0);
  }

  run(): ReadonlyMap<string, Polarity> {
    const m = this.#m;
    for (const c of m.cells) if (c.body.kind === "grade") this.#cell(c.id, 1);
    for (const c of m.consequences) {
      const [first, ...rest] = c.actions.map((a) => (m.actions[a.action]!.polarity === "positive" ? 1 : -1));
      const sign: Polarity = rest.some((s) => s !== first) ? "both" : (first ?? 0);
      const { when, subject } = m.clauses[c.clause]!;
      this.#cell(when, sign);
      for (const a of c.actions) if (a.argument?.kind === "value") this.#expr(a.argument.expr, sign, subject);
    }
    for (const r of m.requirements) {
      this.#cell(r.holds, r.polarity === "duty" ? 1 : -1);
      if (r.when !== null) this.#cell(r.when, -1);
    }
    do {
      this.#changed = false;
      for (const c of [...m.cells].reverse()) this.#body(c, this.#cells[c.id]!);
    } while (this.#changed);
    for (const c of m.cells)
      if (c.name !== null) this.#name(`${m.subjects[c.subject]!.name}.${c.name}`, this.#cells[c.id]!);
    return this.#names;
  }

  #cell(id: number, p: Polarity): void {
    const now = join(this.#cells[id]!, p);
    if (now !== this.#cells[id]) this.#changed = true;
    this.#cells[id] = now;
  }

  #name(name: string, p: Polarity): void {
    this.#names.set(name, join(this.#names.get(name) ?? 0, p));
  }

  #body(cell: ir.Cell, p: Polarity): void {
    if (p === 0) return;
    const { body } = cell;
    switch (body.kind) {
      case "expression":
        this.#expr(body.expr, p, cell.subject);
        return;
      case "grade":
        for (const b of body.bases) {
          this.#cell(b.value, p);
          if (b.guard !== null) this.#cell(b.guard, "both");
        }
        for (const n of body.notAssessed) this.#cell(n.when, "both");
        for (const up of [...body.raises, ...body.floors]) this.#cell(up.when, p);
        for (const down of [...body.reductions, ...body.ceilings, ...body.after])
          this.#cell(down.when, turn(p));
        return;
      case "placement": {
        const rest = body.rest ?? -1;
        const fits = body.rows.every((r) => (r.end === "top" ? r.grade >= rest : r.grade <= rest));
        this.#cell(body.score, !fits ? "both" : body.order === "descending" ? p : turn(p));
        if (body.pool !== null) this.#cell(body.pool, "both");
        for (const g of body.groups) this.#cell(g, "both");
        for (const c of body.ceilings) this.#cell(c.when, turn(p));
        for (const r of body.rows)
          this.#expr(r.amount, r.grade > rest ? p : r.grade < rest ? turn(p) : "both", cell.subject);
        return;
      }
      case "population":
        for (const g of [...body.groups, ...(body.pool === null ? [] : [body.pool])]) this.#cell(g, "both");
        if (body.operand === null) return;
        if (body.fn === "rank") this.#cell(body.operand, body.order === "descending" ? turn(p) : p);
        else this.#cell(body.operand, "both");
        return;
    }
  }

  #expr(e: ir.Expr, p: Polarity, subject: number, record: ir.RecordKind | null = null): void {
    if (p === 0) return;
    const go = (x: ir.Expr, q: Polarity = p) => this.#expr(x, q, subject, record);
    switch (e.op) {
      case "number":
      case "truth":
      case "member":
      case "text":
      case "date":
      case "context":
        return;
      case "field": {
        const owner = e.of === "record" && record ? record : this.#m.subjects[subject]!;
        this.#name(`${owner.name}.${owner.fields[e.field]?.name ?? ""}`, p);
        return;
      }
      case "cell":
        this.#cell(e.cell, p);
        return;
      case "parameter":
        this.#name(this.#m.parameters[e.parameter]!.name, p);
        return;
      case "via": {
        const { type } = this.#m.subjects[subject]!.fields[e.link]!;
        this.#expr(e.target, p, type.kind === "link" ? type.subject : subject);
        return;
      }
      case "negate":
      case "not":
        go(e.arg, turn(p));
        return;
      case "add":
      case "min":
      case "max":
      case "and":
      case "or":
      case "at-least":
        for (const a of e.args) go(a);
        return;
      case "multiply":
        for (const a of e.args)
          go(
            a,
            scaled(
              p,
              e.args.filter((x) => x !== a),
            ),
          );
        return;
      case "divide":
        go(e.left, scaled(p, [e.right]));
        go(e.right, scaled(turn(p), [e.left]));
        return;
      case "round":
      case "past":
      case "run":
      case "run-length":
        go(e.arg);
        return;
      case "over-years":
        go(e.arg);
        return;
      case "compare": {
        const rises = e.cmp === ">" || e.cmp === ">=";
        const falls = e.cmp === "<" || e.cmp === "<=";
        go(e.left, rises ? p : falls ? turn(p) : "both");
        go(e.right, rises ? turn(p) : falls ? p : "both");
        return;
      }
      case "one-of":
        go(e.arg, this.#towards(e, p));
        return;
      case "if": {
        go(e.condition, known(e.then) && known(e.otherwise) ? between(e.otherwise, e.then, p) : "both");
        go(e.then);
        go(e.otherwise);
        return;
      }
      case "bands": {
        let along: Polarity = 0;
        for (let i = 1; i < e.rows.length; i++)
          along = join(along, between(e.rows[i - 1]!.result, e.rows[i]!.result, p));
        go(e.arg, along);
        for (const r of e.rows) go(r.result);
        if (e.otherwise) go(e.otherwise);
        return;
      }
      case "aggregate": {
        const { type } = this.#m.subjects[subject]!.fields[e.list]!;
        const rows = type.kind === "list" ? this.#m.records[type.record]! : null;
        const adds =
          e.fn === "count" || e.fn === "longest-run" || (e.fn === "sum" && e.value && atLeastZero(e.value));
        if (e.value) this.#expr(e.value, p, subject, rows);
        if (e.where) this.#expr(e.where, adds ? p : "both", subject, rows);
        return;
      }
      case "linked":
        if (e.value !== null) this.#cell(e.value, p);
        if (e.where !== null) this.#cell(e.where, e.fn === "count" ? p : "both");
        return;
      case "days-between":
      case "full-years":
        go(e.from, turn(p));
        go(e.to);
        return;
      case "later":
        go(e.from);
        return;
    }
  }

  /** The highest members of a scale are met by rising, the lowest by falling. */
  #towards(e: Extract<ir.Expr, { op: "one-of" }>, p: Polarity): Polarity {
    if (e.arg.type.kind !== "choice") return "both";
    const { members, kind } = this.#m.enumerations[e.arg.type.enumeration]!;
    if (kind === "options") return "both";
    const asked = new Set(e.members);
    const top = e.members.every((i) => i >= members.length - asked.size);
    if (top) return p;
    return e.members.every((i) => i < asked.size) ? turn(p) : "both";
  }
}

function scaled(p: Polarity, factors: readonly ir.Expr[]): Polarity {
  let now = p;
  for (const f of factors) {
    if (atLeastZero(f)) continue;
    if (f.type.kind !== "number" || !f.type.high || f.type.high.num > 0n) return "both";
    now = turn(now);
  }
  return now;
}

const atLeastZero = (e: ir.Expr): boolean =>
  e.op === "number"
    ? e.value.num >= 0n
    : e.type.kind === "number" && e.type.low !== null && e.type.low.num >= 0n;

const known = (e: ir.Expr): boolean => e.op === "number" || e.op === "member" || e.op === "truth";

/** What a step from one constant to another is worth. */
function between(from: ir.Expr, to: ir.Expr, p: Polarity): Polarity {
  if (!known(from) || !known(to)) return "both";
  const [a, b] = [constantOf(from), constantOf(to)];
  return a === b ? 0 : a < b ? p : turn(p);
}

function constantOf(e: ir.Expr): number {
  if (e.op === "number") return Number(e.value.num) / Number(e.value.den);
  return e.op === "member" ? e.value : e.op === "truth" && e.value ? 1 : 0;
}
