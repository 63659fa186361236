/** Which cells a change of one subject's facts may touch. Where it is not gone into, it may. */
import { childrenOf } from "../compiler/ir/children.ts";
import type * as ir from "../compiler/ir/ir.ts";

/** Operations that look at more than the facts of the row itself. */
const FAR: ReadonlySet<ir.Expr["op"]> = new Set([
  "aggregate",
  "past",
  "run",
  "run-length",
  "over-years",
  "linked",
  "via",
  "full-years",
  "later",
]);

export class Taint {
  readonly #measure: ir.Measure;
  readonly #kind: number;
  readonly #fields: ReadonlySet<number>;
  readonly #own = new Map<number, boolean>();
  readonly #others = new Map<number, boolean>();

  /** @param fields those that change, of subjects of that kind */
  constructor(measure: ir.Measure, kind: number, fields: ReadonlySet<number>) {
    this.#measure = measure;
    this.#kind = kind;
    this.#fields = fields;
  }

  /** A cell of the subject whose facts change. */
  ofOwn(id: number): boolean {
    return this.#of(id, this.#own, true);
  }

  /** A cell of anybody else. */
  ofOthers(id: number): boolean {
    return this.#of(id, this.#others, false);
  }

  /** Whether it has something of its own that facts of the row do not settle. */
  isFar(id: number): boolean {
    const { body } = this.#measure.cells[id]!;
    const far = (e: ir.Expr): boolean => FAR.has(e.op) || childrenOf(e).some(far);
    return body.kind === "expression" ? far(body.expr) : body.kind !== "grade";
  }

  /** Whether any cell reads one of the fields. */
  get anyReads(): boolean {
    const reads = (e: ir.Expr): boolean =>
      (e.op === "field" && e.of === "subject" && this.#fields.has(e.field)) || childrenOf(e).some(reads);
    return this.#measure.cells.some(
      (c) => c.subject === this.#kind && c.body.kind === "expression" && reads(c.body.expr),
    );
  }

  #of(id: number, known: Map<number, boolean>, own: boolean): boolean {
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = this.#body(this.#measure.cells[id]!, known, own);
    known.set(id, found);
    return found;
  }

  #body({ body, subject }: ir.Cell, known: Map<number, boolean>, own: boolean): boolean {
    const on = (id: number | null) => id !== null && this.#of(id, known, own);
    switch (body.kind) {
      case "expression":
        return this.#expr(body.expr, subject, known, own);
      case "grade":
        return (
          body.bases.some((b) => on(b.guard) || on(b.value)) ||
          [body.notAssessed, body.raises, body.reductions, body.floors, body.ceilings, body.after]
            .flat()
            .some((e) => on(e.when))
        );
      // Whoever is compared with the subject may stand elsewhere.
      case "placement":
        return [
          body.score,
          body.tieBreak?.cell,
          body.pool,
          ...body.groups,
          ...body.ceilings.map((c) => c.when),
        ]
          .filter((c) => c != null)
          .some((c) => this.ofOwn(c) || this.ofOthers(c));
      case "population":
        return [body.operand, body.tieBreak?.cell, body.pool, ...body.groups]
          .filter((c) => c != null)
          .some((c) => this.ofOwn(c) || this.ofOthers(c));
    }
  }

  #expr(e: ir.Expr, subject: number, known: Map<number, boolean>, own: boolean): boolean {
    if (e.op === "field")
      return own && e.of === "subject" && subject === this.#kind && this.#fields.has(e.field);
    if (e.op === "cell") return this.#of(e.cell, known, own);
    // Earlier years are over.
    if (e.op === "past") return false;
    if (e.op === "via") {
      const { type } = this.#measure.subjects[subject]!.fields[e.link]!;
      return type.kind !== "link" || type.subject === this.#kind || !isPlain(e.target);
    }
    if (e.op === "linked") return true;
    return childrenOf(e).some((inner) => this.#expr(inner, subject, known, own));
  }
}

/** Facts alone. */
const isPlain = (e: ir.Expr): boolean => e.op !== "cell" && e.op !== "via" && childrenOf(e).every(isPlain);

/** Whether subjects are compared with each other, or lead to each other. */
export function looksAround(measure: ir.Measure): boolean {
  const around = (e: ir.Expr): boolean => e.op === "via" || e.op === "linked" || childrenOf(e).some(around);
  return measure.cells.some(({ body }) =>
    body.kind === "expression" ? around(body.expr) : body.kind === "placement" || body.kind === "population",
  );
}
