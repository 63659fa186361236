import type * as ir from "../../compiler/ir/ir.ts";
import { structuralKey } from "../../compiler/ir/structural-key.ts";
import { declarationPieces } from "./declaration-pieces.ts";
import { core, withoutCore } from "./frames.ts";
import { type Norm, norm, truth } from "./norm.ts";
import { Normalizer } from "./normalize.ts";
import { pathKey } from "./paths.ts";
import type { Piece, Role } from "./piece.ts";

/** Cuts a version into its pieces. */
export function piecesOf(measure: ir.Measure): Piece[] {
  return new Cutter(measure).all();
}

/** One way for a condition to hold. */
interface Alternative {
  readonly part: ir.Expr;
  readonly through: readonly number[];
}

class Cutter {
  readonly #measure: ir.Measure;
  readonly #norm: Normalizer;
  readonly #pieces: Piece[] = [];

  constructor(measure: ir.Measure) {
    this.#measure = measure;
    this.#norm = new Normalizer(measure);
  }

  all(): Piece[] {
    const m = this.#measure;
    for (const cell of m.cells) if (cell.name !== null) this.#cell(cell, cell.name);
    for (const c of m.consequences) this.#consequence(c);
    for (const r of m.requirements) this.#requirement(r);
    return [...this.#pieces, ...declarationPieces(m, this.#norm)];
  }

  #cite(index: number): string {
    const { path, layer } = this.#measure.citations[index]!;
    return pathKey(path, layer?.how === "own" ? layer.name : null);
  }

  #add(p: Omit<Piece, "degree" | "detail" | "cites"> & Partial<Piece>): void {
    this.#pieces.push({ detail: "", degree: 0, cites: [p.head], ...p });
  }

  // ───────────────────────── figures and grades ─────────────────────────

  #cell(cell: ir.Cell, name: string): void {
    const owner = `${this.#measure.subjects[cell.subject]!.name}.${name}`;
    const head = this.#cite(cell.cite);
    switch (cell.body.kind) {
      case "expression":
        this.#expression(cell.body.expr, cell, owner);
        return;
      case "grade":
        this.#grade(cell.body, owner);
        return;
      case "placement":
        this.#placement(cell.body, cell, owner);
        return;
      case "population":
        this.#add({ role: "base", owner, body: this.#norm.body(cell), sign: "by-use", head });
        return;
    }
  }

  /** A sum, 且 and 或 fall into their terms; what is around them (a cap, a rounding) is the frame. */
  #expression(whole: ir.Expr, cell: ir.Cell, owner: string): void {
    const frame: Norm[] = [];
    let e = this.#open(whole);
    for (;;) {
      const inner = core(e);
      if (inner === null) break;
      frame.push(this.#norm.expr(withoutCore(e), cell.subject));
      e = this.#open(inner);
    }
    const head = this.#cite(cell.cite);
    const op = e.op === "add" || e.op === "and" || e.op === "or" ? e.op : null;
    this.#add({ role: "frame", owner, body: norm("frame", op ?? "", frame), sign: "by-use", head });
    for (const term of op === null ? [e] : this.#split(e, op))
      this.#add({
        role: "term",
        owner,
        detail: op ?? "",
        body: this.#norm.expr(term, cell.subject),
        sign: "by-use",
        cites: [...this.#inside(term), head],
        head,
      });
  }

  /** Cells without a name are part of the expression that mentions them. */
  #open(e: ir.Expr): ir.Expr {
    if (e.op !== "cell" || e.of !== "subject") return e;
    const cell = this.#measure.cells[e.cell]!;
    return cell.name === null && cell.body.kind === "expression" ? this.#open(cell.body.expr) : e;
  }

  #split(e: ir.Expr, op: "add" | "and" | "or"): ir.Expr[] {
    const opened = this.#open(e);
    return opened.op === op ? opened.args.flatMap((a) => this.#split(a, op)) : [e];
  }

  /** The clauses that an expression is written in. */
  #inside(e: ir.Expr): string[] {
    const found = new Set<string>();
    const look = (x: ir.Expr) => {
      if (x.op === "cell" && x.of === "subject") {
        const cell = this.#measure.cells[x.cell]!;
        if (cell.name !== null || cell.body.kind !== "expression") return;
        found.add(this.#cite(cell.cite));
        look(cell.body.expr);
        return;
      }
      if (x.op === "bands") for (const row of x.rows) found.add(this.#cite(row.cite));
      for (const value of Object.values(x)) lookInto(value);
    };
    const lookInto = (value: unknown) => {
      if (Array.isArray(value)) for (const v of value) lookInto(v);
      else if (typeof value === "object" && value !== null) {
        if ("op" in value && "type" in value) look(value as ir.Expr);
        else if ("result" in value) lookInto(value.result);
      }
    };
    look(e);
    return [...found];
  }

  #grade(body: ir.GradeBody, owner: string): void {
    const grade = (g: number | null) => (g === null ? "" : this.#norm.member(body.enumeration, g));
    for (const base of body.bases) {
      const value = this.#measure.cells[base.value]!;
      const guard = base.guard === null ? truth(true) : this.#norm.cell(base.guard);
      if (value.name === null && value.body.kind === "placement") {
        this.#placement(value.body, value, owner, guard);
        continue;
      }
      const head = this.#cite(base.cite);
      const refers: ir.Expr = { op: "cell", type: value.type, of: "subject", cell: value.id };
      const cites = [...this.#inside(refers), head];
      this.#add({
        role: "base",
        owner,
        detail: guard.id,
        body: this.#norm.cell(value.id),
        sign: 1,
        cites,
        head,
      });
    }
    const bound = (role: Role, sign: 1 | -1, list: readonly ir.Bound[]) => {
      for (const b of list)
        this.#condition(b.clause, b.when, { role, owner, detail: grade(b.grade), degree: b.grade, sign });
    };
    const shift = (role: Role, sign: 1 | -1, list: readonly ir.Shift[], after = "") => {
      for (const s of list)
        this.#whole(s.clause, s.when, {
          role,
          owner,
          detail: `${after}${grade(s.limit)}`,
          degree: s.steps,
          sign,
        });
    };
    bound("ceiling", -1, body.ceilings);
    bound("floor", 1, body.floors);
    shift("raise", 1, body.raises);
    shift("reduction", -1, body.reductions);
    shift("reduction", -1, body.after, "after ");
    for (const n of body.notAssessed)
      this.#condition(n.clause, n.when, { role: "not-assessed", owner, sign: null });
  }

  #placement(body: ir.PlacementBody, cell: ir.Cell, owner: string, guard: Norm = truth(true)): void {
    const head = this.#cite(cell.cite);
    const frame = norm("ranking", guard.id, [this.#norm.placementFrame(body, cell.subject)]);
    this.#add({ role: "frame", owner, detail: "ranking", body: frame, sign: null, head });
    for (const [i, row] of body.rows.entries()) {
      const rest = body.rest ?? -1;
      const sign = row.grade === rest ? null : row.grade > rest ? 1 : -1;
      const detail = `${row.end} ${this.#norm.member(body.enumeration, row.grade)}`;
      const cites = [this.#cite(row.cite), head];
      this.#add({
        role: "row",
        owner,
        detail: `${detail} ${i}`,
        body: this.#norm.placementAmount(row, cell.subject),
        sign,
        cites,
        head,
      });
    }
  }

  // ─────────────────────────── conditional clauses ───────────────────────────

  /** An effect that acts once however many of the alternatives hold: each alternative is a piece. */
  #condition(clause: number, when: number, p: Pick<Piece, "role" | "owner" | "sign"> & Partial<Piece>): void {
    const c = this.#measure.clauses[clause]!;
    const cell = this.#measure.cells[when]!;
    const refers: ir.Expr = { op: "cell", type: cell.type, of: "subject", cell: when };
    for (const { part, through } of this.#alternatives(refers)) {
      const body = this.#norm.expr(part, c.subject);
      this.#add({ ...p, body, cites: this.#reasons(c, part, through), head: this.#cite(c.cite) });
    }
  }

  /** 或, also where something else has to hold besides: (甲 或 乙) 且 非丙 is 甲 且 非丙 或 乙 且 非丙. */
  #alternatives(e: ir.Expr): Alternative[] {
    return this.#ways(e, []).flatMap(({ part, through }) => {
      const all = this.#split(part, "and");
      const at = all.findIndex((a) => this.#open(a).op === "or");
      if (at < 0) return [{ part, through }];
      const rest = all.filter((_, i) => i !== at);
      const type = { kind: "truth" } as const;
      return this.#ways(all[at]!, through).map((x) => ({
        ...x,
        part: { op: "and", type, args: [x.part, ...rest] } as const,
      }));
    });
  }

  /** The alternatives of an expression, with the cells that lead to each, outermost first. */
  #ways(e: ir.Expr, above: readonly number[]): Alternative[] {
    const through = e.op === "cell" && e.of === "subject" ? [...above, e.cell] : above;
    const opened = this.#open(e);
    if (opened.op !== "or") return [{ part: e, through }];
    return opened.args.flatMap((a) => this.#ways(a, through));
  }

  #whole(clause: number, when: number, p: Pick<Piece, "role" | "owner" | "sign"> & Partial<Piece>): void {
    const c = this.#measure.clauses[clause]!;
    const cites = [...c.reasons.map((r) => this.#cite(r.cite)), this.#cite(c.cite)];
    this.#add({ ...p, body: this.#norm.cell(when), cites, head: this.#cite(c.cite) });
  }

  /** The items of a clause that an alternative of its condition consists of. */
  #reasons(c: ir.Clause, part: ir.Expr, through: readonly number[]): string[] {
    const seen = new Set<number>();
    const look = (value: unknown) => {
      if (Array.isArray(value)) for (const v of value) look(v);
      else if (typeof value === "object" && value !== null) {
        if ("op" in value && value.op === "cell" && "cell" in value && typeof value.cell === "number") {
          const cell = this.#measure.cells[value.cell]!;
          if (seen.has(cell.id)) return;
          seen.add(cell.id);
          if (cell.name === null && cell.body.kind === "expression") look(cell.body.expr);
        } else for (const [key, v] of Object.entries(value)) if (key !== "type") look(v);
      }
    };
    look(part);
    const found = c.reasons.filter((r) => seen.has(r.holds)).map((r) => this.#cite(r.cite));
    if (found.length > 0) return found;
    // An item that has alternatives itself is cut finer than it is cited.
    const around = [...through].reverse().flatMap((id) => c.reasons.filter((r) => r.holds === id));
    return [this.#cite(around[0]?.cite ?? c.cite)];
  }

  // ─────────────────────── consequences and duties ───────────────────────

  #consequence(c: ir.Consequence): void {
    const m = this.#measure;
    const clause = m.clauses[c.clause]!;
    const kind = m.subjects[clause.subject]!.name;
    const actions = c.actions.map((a) => m.actions[a.action]!);
    const taken = (named: boolean) =>
      c.actions.map((a, i) => {
        const { name, category, polarity, absorbedBy } = actions[i]!;
        return [
          named ? name : "",
          category,
          polarity,
          absorbedBy.map((x) => m.actions[x]!.name),
          this.#argument(a.argument, clause.subject),
        ];
      });
    const marks = [
      c.mitigations.map((x) => this.#norm.cell(x.when).id).sort(),
      c.spares.map((x) => [this.#norm.cell(x.when).id, this.#norm.way(clause.subject, x.links, x.field)]),
    ];
    const detail = (named: boolean) =>
      structuralKey([taken(named), c.repeat ?? "", c.combine ?? "", [...c.by].sort(), marks]);
    const polarities = new Set(actions.map((a) => a.polarity));
    const sign = polarities.size > 1 ? null : polarities.has("negative") ? -1 : 1;
    const piece = {
      role: "consequence",
      owner: `${kind} ${this.#target(c.target, clause.subject)}`,
      detail: detail(true),
      wordless: detail(false),
      ...(actions.length === 1 ? { taken: this.#taken(c, actions[0]!, clause.subject, marks) } : {}),
      degree: ["advisory", "discretionary", "may", "must"].indexOf(c.modality),
      sign,
    } as const;
    // Amounts that add up, and one for each object, count how often the clause holds.
    if (c.repeat === "each" || c.combine === "cumulate") this.#whole(c.clause, clause.when, piece);
    else this.#condition(c.clause, clause.when, piece);
  }

  #taken(c: ir.Consequence, action: ir.Action, subject: number, marks: unknown): NonNullable<Piece["taken"]> {
    const { name, category, polarity, absorbedBy } = action;
    const argument = this.#argument(c.actions[0]!.argument, subject);
    const rest = structuralKey([
      category,
      polarity,
      argument,
      c.repeat ?? "",
      c.combine ?? "",
      [...c.by].sort(),
      marks,
    ]);
    return { name, heavier: absorbedBy.map((x) => this.#measure.actions[x]!.name), rest };
  }

  #argument(a: ir.Argument | null, subject: number): unknown {
    if (a === null) return null;
    if (a.kind === "value") return this.#norm.expr(a.expr, subject).id;
    return [a.years, a.months, a.days, a.from ? this.#norm.expr(a.from, subject).id : null];
  }

  #target(t: ir.Target, subject: number): string {
    if (t.kind === "self") return "self";
    if (t.kind !== "party" || !t.holder) return `${t.kind} ${t.text}`;
    const { holder } = t;
    const day = holder.when === "day" ? this.#norm.expr(holder.day, subject).id : "";
    const of = holder.when === "records" ? this.#norm.expr(holder.of, subject).id : "";
    return `${t.kind} ${t.text} ${holder.when} ${day}${of}`;
  }

  #requirement(r: ir.Requirement): void {
    const head = this.#cite(r.cite);
    this.#add({
      role: "requirement",
      owner: this.#measure.subjects[r.subject]!.name,
      detail: `${r.polarity} ${r.when === null ? "" : this.#norm.cell(r.when).id}`,
      body: this.#norm.cell(r.holds),
      sign: r.polarity === "duty" ? 1 : -1,
      cites: [...r.atoms.map((a) => this.#cite(this.#measure.cells[a.holds]!.cite)), head],
      head,
    });
  }
}
