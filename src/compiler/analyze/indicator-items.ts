import type * as ast from "../../parser/ast.ts";
import type { PathStep } from "./model.ts";
import { step } from "./provisions.ts";

/**
 * What the items of an indicator say, one by one: also what stands behind a scope (`海拔 4500米以上 的对象: 每 通报 1次 扣1分`)
 * and the items below one.
 */
export interface ScoredItem {
  readonly statement: Exclude<ast.Statement, ast.Scoped>;
  /** The labelled items around it, from the outside in. */
  readonly sections: readonly ast.Section[];
  /** The classes around it. */
  readonly conditions: readonly ast.Condition[];
  /** Each a list of kinds of subject to which it is narrowed. */
  readonly subjects: readonly (readonly ast.Name[])[];
}

const SILENT: ReadonlySet<string> = new Set(["note", "acceptance", "chapter", "declaratory"]);

export function scoredItems(s: ast.Indicator): ScoredItem[] {
  return s.items.flatMap((section) => below(section, { sections: [], conditions: [], subjects: [] }));
}

type Around = Omit<ScoredItem, "statement">;

function below(section: ast.Section, around: Around): ScoredItem[] {
  const inside = { ...around, sections: [...around.sections, section] };
  return section.body.flatMap((item): ScoredItem[] => {
    if (item.kind === "chapter" || SILENT.has(item.kind)) return [];
    return item.kind === "section" ? below(item, inside) : statement(item, inside);
  });
}

function statement(s: ast.Statement, around: Around): ScoredItem[] {
  if (s.kind !== "scoped") return [{ ...around, statement: s }];
  const inside: Around = {
    ...around,
    conditions: [...around.conditions, ...(s.condition ? [s.condition] : [])],
    subjects: [...around.subjects, ...(s.subjects.length > 0 ? [s.subjects] : [])],
  };
  return [...s.statements.flatMap((x) => statement(x, inside)), ...s.items.flatMap((x) => below(x, inside))];
}

export const pathOf = (path: readonly PathStep[], item: ScoredItem): readonly PathStep[] => [
  ...path,
  ...item.sections.map(step),
];
