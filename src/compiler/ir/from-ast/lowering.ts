import type { Code } from "../../../diagnostics/catalogue/index.ts";
import { labelled } from "../../../diagnostics/phrases.ts";
import { type Problem, type ProblemExtras, problem } from "../../../diagnostics/problem.ts";
import type { Span } from "../../../source/span.ts";
import type {
  FieldSymbol,
  KindSymbol,
  Model,
  PathStep,
  Provision,
  RecordSymbol,
} from "../../analyze/model.ts";
import { namesInPercent } from "../../analyze/percentages.ts";
import type * as ir from "../ir.ts";
import { structuralKey } from "../structural-key.ts";
import { withReasons } from "./reasons.ts";
import type { Rescaled } from "./rescale.ts";

/**
 * Shared state of the walk from AST to IR. Checking an expression and lowering it is one walk, because a
 * rule may apply to several kinds of subject and a name means something else in each.
 *
 * Cells are made on demand: asking for a named cell lowers its definition first, so cells come out in an
 * order in which each uses only earlier ones, and a cycle shows as a definition that asks for itself.
 */

/** Where an expression stands: the kind of subject and, inside an aggregate, the record list. */
export interface Scope {
  readonly kind: KindSymbol;
  readonly list: FieldSymbol | null;
  readonly record: RecordSymbol | null;
  /** Conditions may become cells of their own (not inside aggregates and looks into the past). */
  readonly hoists: boolean;
  /** Only earlier years are looked at: a grade of this year may be named without being needed. */
  readonly mentions?: true;
  /** A clause asks whether a figure applies: the figure itself, not what clauses make of it. */
  readonly asks?: true;
  /** The class (`… 的对象：`) that a rule is about: its rankings and figures look at no others. */
  readonly within?: ir.Expr;
  /** Inside a record: its kind, where the records of another list are counted. */
  readonly beside?: KindSymbol;
  readonly cite: number;
}

export interface Draft {
  readonly id: number;
  readonly name: string | null;
  readonly text: string;
  readonly kind: number;
  readonly cite: number;
  type: ir.Type;
  body: ir.CellBody | null;
  state: "pending" | "visiting" | "done" | "failed";
  readonly span: Span;
}

/** A rule that gives a name to a kind of subject. */
export interface Definer {
  readonly provision: Provision;
  readonly kind: KindSymbol;
}

export const TRUTH: ir.Type = { kind: "truth" };

/** Definitions may build on each other this deep; real measures stay below ten. */
const DEPTH_LIMIT = 200;

export class Lowering {
  readonly model: Model;
  readonly appliesTo: ReadonlyMap<Provision, readonly KindSymbol[]>;
  readonly problems: Problem[] = [];
  readonly drafts: Draft[] = [];
  readonly clauses: DraftClause[] = [];
  /** Clauses by provision and kind; "elsewhere": the clause says nothing about that kind. */
  readonly clauseOf = new Map<string, DraftClause | "elsewhere" | "making" | null>();
  /** Indicators with full marks by draft, and what else leaves its total (剔除后折算). */
  readonly rescaled = new Map<number, Rescaled>();
  /** Items of indicators that take the subject out of a grade; known once the indicator is lowered. */
  readonly unassessed: { kind: number; scale: string; clause: number; when: number }[] = [];
  /** Figures that leave the sum they are part of where a clause says so; by kind and field. */
  readonly leaving = new Map<string, ir.Expr>();
  /** Sums that are scaled up: only in these may a figure stand that leaves. */
  readonly scaled = new WeakSet<ir.Expr>();
  readonly guards = new Map<string, Draft | null | "failed">();
  readonly consequences: ir.Consequence[] = [];
  readonly requirements: ir.Requirement[] = [];
  readonly assertions: ir.Assertion[] = [];
  /** The declared actions, and one for each effect on a scale that another assessment decides. */
  readonly actions: ir.Action[];
  /** Ratios of these names are shown in percent. */
  readonly inPercent: ReadonlySet<string>;
  /** Names of cells by kind and name; made when first asked for. */
  readonly #named = new Map<string, Draft>();
  readonly #definers = new Map<string, Definer[]>();
  readonly #interned = new Map<string, Draft>();
  readonly #reported = new Set<string>();
  readonly #places: ReadonlyMap<Provision, number>;
  readonly #stack: Draft[] = [];
  /** The declared ones, and one for the rows of each ranking that gives no grade. */
  readonly #enumerations: ir.Enumeration[];
  /** Lowers the definition of a named cell; set by the door to avoid an import cycle. */
  readonly #define: (lowering: Lowering, draft: Draft, definers: readonly Definer[]) => void;

  constructor(
    model: Model,
    appliesTo: ReadonlyMap<Provision, readonly KindSymbol[]>,
    define: (lowering: Lowering, draft: Draft, definers: readonly Definer[]) => void,
  ) {
    this.#enumerations = [...model.enumerations];
    this.model = { ...model, enumerations: this.#enumerations };
    this.#places = new Map(model.provisions.map((p, i) => [p, i]));
    this.appliesTo = appliesTo;
    this.#define = define;
    this.inPercent = namesInPercent(model.file);
    this.actions = model.actions.map(({ name, category, polarity, argument, absorbedBy }) => ({
      name,
      category,
      polarity,
      argument,
      absorbedBy,
    }));
  }

  /**
   * Reports a problem once per place, however many kinds of subject the rule is read for.
   * @param apart tells problems of one code at one place apart: a row may meet a gap above and one below
   */
  report<C extends Code>(
    code: C,
    parameters: Parameters<typeof problem<C>>[1],
    extras: ProblemExtras,
    apart = "",
  ): null {
    const key = `${code}@${extras.span?.start ?? -1}-${extras.span?.end ?? -1}${apart}`;
    if (!this.#reported.has(key)) {
      this.#reported.add(key);
      this.problems.push(withReasons(this.model, problem(code, parameters, extras)));
    }
    return null;
  }

  /** The words of the source at a span, on one line. */
  text(span: Span): string {
    return tidy(this.model.source.slice(span));
  }

  /** The place of a provision among those of the model; -1 for one that was made up. */
  placeOf(provision: Provision): number {
    return this.#places.get(provision) ?? -1;
  }

  addDefiner(name: string, definer: Definer): void {
    const key = keyOf(definer.kind.index, name);
    this.#definers.set(key, [...(this.#definers.get(key) ?? []), definer]);
  }

  definersOf(kind: number, name: string): readonly Definer[] {
    return this.#definers.get(keyOf(kind, name)) ?? [];
  }

  /** Names that rules define for a kind. */
  definedNames(kind: number): string[] {
    const prefix = keyOf(kind, "");
    return [...this.#definers.keys()].filter((k) => k.startsWith(prefix)).map((k) => k.slice(prefix.length));
  }

  /** The draft of a defined name without lowering it: what a look into the past needs. */
  mention(kind: number, name: string): Draft | null {
    const definers = this.definersOf(kind, name);
    const first = definers[0];
    if (!first) return null;
    const key = keyOf(kind, name);
    const known = this.#named.get(key);
    if (known) return known;
    const draft: Draft = {
      id: this.drafts.length,
      name,
      text: name,
      kind,
      cite: first.provision.cite,
      type: TRUTH,
      body: null,
      state: "pending",
      span: first.provision.statement.span,
    };
    this.drafts.push(draft);
    this.#named.set(key, draft);
    return draft;
  }

  /** The cell of a defined name, lowered; null when there is none or it has a mistake (already reported). */
  demand(kind: number, name: string): Draft | null {
    const draft = this.mention(kind, name);
    if (draft === null || draft.state === "failed") return null;
    if (draft.state === "done") return draft;
    if (draft.state === "visiting") {
      const from = this.#stack.indexOf(draft);
      const path = [...this.#stack.slice(from), draft].filter((d) => d.name !== null);
      this.report(
        "BF2009",
        { path: path.map((d) => `${d.name}(${this.cite(d.cite)})`).join(" → ") },
        {
          span: draft.span,
          related: path.slice(1, -1).map((d) => labelled("defined-here", d.span, { name: d.name ?? "" })),
        },
      );
      for (const d of path) d.state = "failed";
      return null;
    }
    if (this.#stack.length >= DEPTH_LIMIT) {
      draft.state = "failed";
      this.report("BF2030", { name, limit: DEPTH_LIMIT }, { span: draft.span });
      return null;
    }
    draft.state = "visiting";
    this.#stack.push(draft);
    this.#define(this, draft, this.definersOf(kind, name));
    this.#stack.pop();
    // A cycle found below may have failed this draft meanwhile.
    if ((draft.state as Draft["state"]) === "failed" || draft.body === null) {
      draft.state = "failed";
      return null;
    }
    draft.state = "done";
    return draft;
  }

  /** An intermediate value as a cell of its own; equal expressions of a kind share one. */
  hoist(scope: Scope, expr: ir.Expr, text: string, span: Span): Draft {
    if (expr.op === "cell" && expr.of === "subject") return this.drafts[expr.cell]!;
    return this.#intern(scope, expr.type, { kind: "expression", expr }, text, span);
  }

  hoistBody(scope: Scope, type: ir.Type, body: ir.CellBody, text: string, span: Span): Draft {
    return this.#intern(scope, type, body, text, span);
  }

  #intern(scope: Scope, type: ir.Type, body: ir.CellBody, text: string, span: Span): Draft {
    const key = `${scope.kind.index}${structuralKey(body)}`;
    const known = this.#interned.get(key);
    if (known) return known;
    const draft: Draft = {
      id: this.drafts.length,
      name: null,
      text,
      kind: scope.kind.index,
      cite: scope.cite,
      type,
      body,
      state: "done",
      span,
    };
    this.drafts.push(draft);
    this.#interned.set(key, draft);
    return draft;
  }

  /** The index of an action made up for an effect; equal ones share it. */
  action(action: ir.Action): number {
    const known = this.actions.findIndex((a) => a.name === action.name && a.category === action.category);
    return known >= 0 ? known : this.actions.push(action) - 1;
  }

  /** The index of an enumeration made up for the rows of a ranking; equal ones share it. */
  enumerate(made: ir.Enumeration): number {
    const known = this.#enumerations.findIndex((e) => e.name === made.name && e.kind === made.kind);
    return known >= 0 ? known : this.#enumerations.push(made) - 1;
  }

  cite(index: number): string {
    return this.model.citations.entries[index]?.text ?? "";
  }

  /** The citation of a labelled item below a path. */
  citeItem(path: readonly PathStep[], span: Span): number {
    return this.model.citations.intern(path, span);
  }
}

/** A clause while it is being made; `subject` is a kind index. */
export interface DraftClause {
  readonly id: number;
  readonly provision: Provision;
  readonly cite: number;
  readonly path: readonly PathStep[];
  /** Where it stands in the text, for the order of clauses. */
  readonly order: number;
  readonly subject: number;
  readonly when: Draft;
  readonly reasons: readonly ir.Reason[];
  readonly effect: string;
  /** 每…次: how many times its points and amounts count, and the cell that says it is once at least. */
  readonly times?: ir.Expr & { readonly type: ir.NumberType };
  readonly counted?: Draft;
}

export function refer(draft: Draft): ir.Expr {
  return { op: "cell", type: draft.type, of: "subject", cell: draft.id };
}

export function subjectScope(kind: KindSymbol, cite: number): Scope {
  return { kind, list: null, record: null, hoists: true, cite };
}

export function recordScope(outer: Scope, list: FieldSymbol, record: RecordSymbol): Scope {
  const { kind, cite, beside } = outer;
  return { kind, list, record, hoists: false, cite, ...(beside && { beside }) };
}

const keyOf = (kind: number, name: string): string => `${kind}/${name}`;

const tidy = (text: string): string =>
  text
    .replace(/#[^\n]*/g, "")
    .replace(/\s+/g, " ")
    .trim();
