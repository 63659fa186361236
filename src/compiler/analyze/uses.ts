import { childrenOf } from "../ir/children.ts";
import type * as ir from "../ir/ir.ts";

/** Which cells an expression or a cell uses, and how: in the same row, or across rows. */

export interface Uses {
  /** Evaluated in the same row, so they must come before. */
  readonly same: ReadonlySet<number>;
  /** Seen through a link, in a record or a population: they must be finished for everyone. */
  readonly across: ReadonlySet<number>;
  /** Only mentioned, to be read from a history. */
  readonly past: ReadonlySet<number>;
}

type Collected = Readonly<Record<keyof Uses, Set<number>>>;

/** Bodies are readonly, and every phase behind the lowering asks the same of them. */
const known = new WeakMap<ir.CellBody, Uses>();

export function usesOfBody(body: ir.CellBody): Uses {
  let uses = known.get(body);
  if (uses === undefined) {
    uses = readUses(body);
    known.set(body, uses);
  }
  return uses;
}

function readUses(body: ir.CellBody): Uses {
  const uses: Collected = { same: new Set(), across: new Set(), past: new Set() };
  switch (body.kind) {
    case "expression":
      collect(body.expr, uses, "same");
      break;
    case "grade":
      for (const b of body.bases) {
        uses.same.add(b.value);
        if (b.guard !== null) uses.same.add(b.guard);
      }
      for (const e of [
        ...body.notAssessed,
        ...body.raises,
        ...body.reductions,
        ...body.floors,
        ...body.ceilings,
        ...body.after,
      ])
        uses.same.add(e.when);
      break;
    case "placement":
      for (const id of [body.score, ...body.groups, ...body.ceilings.map((c) => c.when)]) uses.across.add(id);
      if (body.pool !== null) uses.across.add(body.pool);
      if (body.tieBreak) uses.across.add(body.tieBreak.cell);
      for (const r of body.rows) {
        collect(r.amount, uses, "across");
        if (r.share?.base && r.share.base !== "everyone") collect(r.share.base, uses, "across");
      }
      break;
    case "population":
      if (body.operand !== null) uses.across.add(body.operand);
      if (body.pool !== null) uses.across.add(body.pool);
      if (body.tieBreak) uses.across.add(body.tieBreak.cell);
      for (const g of body.groups) uses.across.add(g);
      break;
  }
  return uses;
}

export function usesOfExpr(expr: ir.Expr): Uses {
  const uses: Collected = { same: new Set(), across: new Set(), past: new Set() };
  collect(expr, uses, "same");
  return uses;
}

function collect(e: ir.Expr, uses: Collected, how: keyof Uses): void {
  // A cell of a record is one of another row.
  if (e.op === "cell") uses[how === "same" && e.of === "record" ? "across" : how].add(e.cell);
  else if (e.op === "via") collect(e.target, uses, "across");
  else if (e.op === "linked") {
    for (const id of [e.where, e.value]) if (id !== null) uses.across.add(id);
  } else if ((e.op === "past" || e.op === "run" || e.op === "run-length") && e.each)
    // Of this record and of those before it.
    collect(e.arg, uses, "across");
  else if (e.op === "past" || (e.op === "over-years" && e.first > 0)) collect(e.arg, uses, "past");
  else for (const child of childrenOf(e)) collect(child, uses, how);
}

/** A copy with every cell id passed through `id`. */
export function renumberExpr(e: ir.Expr, id: (cell: number) => number): ir.Expr {
  const go = (x: ir.Expr): ir.Expr => renumberExpr(x, id);
  switch (e.op) {
    case "number":
    case "truth":
    case "member":
    case "text":
    case "date":
    case "field":
    case "parameter":
    case "context":
      return e;
    case "cell":
      return { ...e, cell: id(e.cell) };
    case "linked":
      return {
        ...e,
        where: e.where === null ? null : id(e.where),
        value: e.value === null ? null : id(e.value),
      };
    case "via":
      return { ...e, target: go(e.target) };
    case "negate":
    case "round":
    case "not":
    case "one-of":
    case "past":
    case "run":
    case "run-length":
    case "over-years":
      return { ...e, arg: go(e.arg) };
    case "days-between":
    case "full-years":
      return { ...e, from: go(e.from), to: go(e.to) };
    case "later":
      return { ...e, from: go(e.from) };
    case "add":
    case "multiply":
    case "min":
    case "max":
    case "and":
    case "or":
    case "at-least":
      return { ...e, args: e.args.map(go) };
    case "divide":
    case "compare":
      return { ...e, left: go(e.left), right: go(e.right) };
    case "if":
      return { ...e, condition: go(e.condition), then: go(e.then), otherwise: go(e.otherwise) };
    case "bands":
      return {
        ...e,
        arg: go(e.arg),
        rows: e.rows.map((r) => ({ ...r, result: go(r.result) })),
        otherwise: e.otherwise && go(e.otherwise),
      };
    case "aggregate":
      return {
        ...e,
        value: e.value && go(e.value),
        where: e.where && go(e.where),
        window: e.window?.kind === "since" ? { ...e.window, from: go(e.window.from) } : e.window,
      };
  }
}
