import { labelled, type PlainLabel, unsaid, worded } from "../../diagnostics/phrases.ts";
import type { Related } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import type { Span } from "../../source/span.ts";
import type { Model, Provision } from "../analyze/model.ts";
import { DATA } from "../analyze/provisions.ts";
import { perModel } from "./per-model.ts";

/**
 * What the finders ask of the tree: who reads a name, which steps there are, who is aimed at. A clause is
 * identified by the index of its citation.
 */

const DECLARATIONS: ReadonlySet<ast.Statement["kind"]> = new Set([
  ...DATA,
  "acceptance",
  "assertion",
  "declaratory",
  "note",
]);

export interface Place {
  readonly span: Span;
  readonly provision: Provision;
}

/** The provisions that say what holds, without declarations, declaratory articles and notes. */
export const rulesOf = perModel((model: Model): readonly Provision[] =>
  model.provisions.filter((p) => !DECLARATIONS.has(p.statement.kind)),
);

/** Where rules read a value by its name: every segment of a path counts, and the conditions of scopes. */
export const readings = perModel((model: Model): ReadonlyMap<string, readonly Place[]> => {
  const found = new Map<string, Place[]>();
  for (const provision of rulesOf(model)) {
    const read = (node: Parameters<typeof walk>[0]) =>
      walk(node, (n) => {
        if (n.kind !== "path") return undefined;
        for (const s of n.segments) push(found, s.text, { span: s.span, provision });
        return undefined;
      });
    read(provision.statement);
    for (const condition of provision.scoping.conditions) read(condition);
  }
  return found;
});

/** Where steps name somebody or something, and consequences their target: the words outside expressions. */
export const mentions = perModel((model: Model): ReadonlyMap<string, readonly Place[]> => {
  const found = new Map<string, Place[]>();
  const add = (names: readonly ast.Name[], provision: Provision) => {
    for (const n of names) push(found, n.text, { span: n.span, provision });
  };
  for (const { act, provision } of actsOf(model)) add([...act.who, ...act.what, ...act.toWhom], provision);
  for (const { effect, provision } of effectsOf(model))
    for (const target of effect.targets) add(target.path, provision);
  return found;
});

export interface ActAt {
  readonly act: ast.ProcedureAct;
  readonly step: ast.ProcedureStep;
  readonly procedure: ast.Procedure;
  readonly provision: Provision;
  /** Who acts: an act without its own actor continues the one before it. */
  readonly who: readonly ast.Name[];
  /** It or an earlier act of the same step has a deadline. */
  readonly dated: boolean;
}

/** The acts of all procedures, in the order of the text. */
export const actsOf = perModel((model: Model): readonly ActAt[] => {
  return model.provisions.flatMap((provision) => {
    const procedure = provision.statement;
    if (procedure.kind !== "procedure") return [];
    return procedure.steps.flatMap((step) => {
      let who: readonly ast.Name[] = [];
      let dated = false;
      return step.acts.map((act) => {
        if (act.who.length > 0) who = act.who;
        dated ||= act.deadline !== undefined || act.duration !== undefined;
        return { act, step, procedure, provision, who, dated };
      });
    });
  });
});

export interface EffectAt {
  readonly effect: ast.Effect;
  readonly provision: Provision;
}

const EFFECTS: ReadonlySet<string> = new Set([
  "grade-effect",
  "shift-effect",
  "score-effect",
  "consequence",
  "not-assessed",
  "direct-grade",
  "exemption",
  "rank-last",
  "requirement-effect",
]);

/** Every effect of every rule, wherever it stands in its clause. */
export const effectsOf = perModel((model: Model): readonly EffectAt[] => {
  const found: EffectAt[] = [];
  for (const provision of rulesOf(model))
    walk(provision.statement, (n) => {
      if (EFFECTS.has(n.kind)) found.push({ effect: n as ast.Effect, provision });
      return undefined;
    });
  return found;
});

/** The clause in which a place stands: its citation, and the label of the row, item or step inside it. */
export function clauseOf({ span, provision }: Place): string {
  let key = String(provision.cite);
  walk(provision.statement, (n) => {
    const inside = n.span.start <= span.start && span.end <= n.span.end;
    if (inside && "label" in n && n.label) key += `/${n.span.start}`;
    return undefined;
  });
  return key;
}

/** One place per clause, the first of each. */
export function oncePerClause(places: readonly Place[]): Place[] {
  return groupBy(places, clauseOf).map((group) => group[0]!);
}

/** Further places of a finding, in the order of the text. */
export const alsoAt = (places: readonly Place[], label: PlainLabel): readonly Related[] =>
  [...places].sort((a, b) => a.span.start - b.span.start).map(({ span }) => labelled(label, span));

/** Groups in the order of their first member. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string | number): T[][] {
  const groups = new Map<string | number, T[]>();
  for (const item of items) {
    const k = key(item);
    const group = groups.get(k);
    if (group) group.push(item);
    else groups.set(k, [item]);
  }
  return [...groups.values()];
}

/** The text of a node as it stands in the measure, on one line. */
export const textAt = (model: Model, span: Span): string =>
  model.source.text.slice(span.start, span.end).replace(/\s+/g, " ").trim();

/** How a step is called in a message: its first act. */
export const nameOfAct = (act: ast.ProcedureAct): string =>
  `${act.verb.text}${act.what.map((n) => n.text).join("、")}`;

export const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** Names that a headline gives before it only counts the others. */
const IN_HEADLINE = 4;

/**
 * Names of things for a message: the first of them in the headline, and all in the help, which may be long.
 * @returns parameters `names` and `all`, in both languages
 */
export function brief(names: readonly string[]) {
  const all = unique(names);
  const shown = all.slice(0, IN_HEADLINE);
  const more = all.length - IN_HEADLINE;
  if (more <= 0) return { names: shown, namesEn: shown, ...unsaid("all") };
  return {
    ...worded("names", "and-more", { shown, count: all.length, countEn: more }),
    ...worded("all", "they-are", { all: all }),
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Notes of provisions; one written behind an acceptance is a note of the provision too. */
export const notesIn = perModel((model: Model): readonly ast.Text[] =>
  [
    ...model.provisions.flatMap(({ statement: s }) => [
      ...(s.kind === "note" ? [s.text] : []),
      ...(s.notes ?? []),
    ]),
    ...model.acceptances.flatMap(({ node }) => node.notes ?? []),
  ].sort((a, b) => a.span.start - b.span.start),
);
