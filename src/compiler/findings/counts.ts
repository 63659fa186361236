import type * as ast from "../../parser/ast.ts";
import { type Node, walk } from "../../parser/children.ts";
import type { AnyLadder } from "../analyze/ladder-modes.ts";
import type { FieldSymbol, Model, Provision, RecordSymbol } from "../analyze/model.ts";
import { perModel } from "./per-model.ts";
import { type Rule, rulesOf, wordsOf } from "./rules.ts";

/** Counts and totals over records, and the rules that go by them. */
export interface Count {
  readonly call: ast.CallExpression;
  /** The field of the subject that holds the records. */
  readonly list: string;
  readonly record: RecordSymbol;
  /** Which records count; null: all of them. */
  readonly filter: ast.Condition | null;
  /** `X = 计数(…)`: how rules call it; null where it stands in a rule itself. */
  readonly name: string | null;
  readonly provision: Provision;
  /** 同一 事由 计一次 and the like. */
  readonly deduped: boolean;
}

const COUNTING = /^(?:计数|合计|count|total)$/;

/** Every count in the measure, in the order of the text. */
export const countsOf = perModel((model: Model): readonly Count[] => {
  const lists = new Map<string, FieldSymbol>();
  for (const kind of model.kinds)
    for (const f of kind.fields) if (f.type?.kind === "list") lists.set(f.name, f);
  return model.provisions.flatMap((provision) => {
    const found: Count[] = [];
    const s = provision.statement;
    walk(s, (node) => {
      if (node.kind !== "call" || !COUNTING.test(node.callee.text)) return undefined;
      const values = node.arguments.flatMap((a) => (a.kind === "value" ? [a.value] : []));
      const [first, ...rest] = values;
      if (first?.kind !== "path") return undefined;
      const field = lists.get(first.segments[0]!.text);
      if (field?.type?.kind !== "list") return undefined;
      found.push({
        call: node,
        list: field.name,
        record: model.records[field.type.record]!,
        filter: rest.find((v) => v.kind !== "window" && v.kind !== "period-of") ?? null,
        name: s.kind === "definition" && s.value === node ? s.name.text : null,
        provision,
        deduped: node.arguments.some((a) => a.kind === "dedupe"),
      });
      return undefined;
    });
    return found;
  });
});

/** Names a node reads: the last word of every path, and the first. */
export function namesRead(node: Node): Set<string> {
  const names = new Set<string>();
  walk(node, (n) => {
    if (n.kind === "path") for (const s of n.segments) names.add(s.text);
    return undefined;
  });
  return names;
}

/** What a rule reads: its condition, the items of it, the value of its ladder, the arguments of its effects. */
export function readBy(rule: Rule): Set<string> {
  const nodes: Node[] = [...rule.items, ...rule.effects, ...rule.provision.scoping.conditions];
  if (rule.condition) nodes.push(rule.condition);
  const ladder: AnyLadder | undefined = rule.rung?.ladder;
  if (ladder && ladder.kind !== "staged-ladder") nodes.push(ladder.value);
  return new Set(nodes.flatMap((n) => [...namesRead(n)]));
}

/** By name, what its definitions read. */
const readByDefinitions = perModel((model: Model): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { statement: s } of model.provisions) {
    if (s.kind !== "definition") continue;
    const names = [s.value, ...(s.items ?? [])].flatMap((item) => [...namesRead(item)]);
    found.set(s.name.text, [...(found.get(s.name.text) ?? []), ...names]);
  }
  return found;
});

/** Names with everything their definitions read in turn. */
export function withDefinitions(model: Model, names: ReadonlySet<string>): Set<string> {
  const definitions = readByDefinitions(model);
  const all = new Set(names);
  // A set gives what is added while it is gone through.
  for (const name of all) for (const n of definitions.get(name) ?? []) all.add(n);
  return all;
}

/** The rules that go by a count, directly or by its name. */
export function readersOf(model: Model, count: Count): Rule[] {
  return rulesOf(model).filter((rule) =>
    count.name === null
      ? rule.provision === count.provision
      : withDefinitions(model, readBy(rule)).has(count.name),
  );
}

const LEVELS: readonly RegExp[] = [
  /村|社区/,
  /乡|镇|街道/,
  /县|旗|(?<!自治)区/,
  /市|州|盟|地区/,
  /自治区|省/,
  /国家|中央|全国/,
];

/** The level of government a name speaks of; -1 for none. */
function governmentLevel(name: string): number {
  return LEVELS.findLastIndex((r) => r.test(name));
}

/** Whether names speak of at least two levels of government. */
export const severalLevels = (names: readonly string[]): boolean =>
  new Set(names.map(governmentLevel).filter((l) => l >= 0)).size > 1;

/** The column of a record that says which level issued it; null when there is none. */
export function levelColumn(model: Model, record: RecordSymbol): FieldSymbol | null {
  return (
    record.fields.find(
      (f) => f.type?.kind === "choice" && severalLevels(model.enumerations[f.type.enumeration]!.members),
    ) ?? null
  );
}

/** What a filter says of one column: the options it takes, or null when it does not mention the column. */
export function optionsTaken(
  model: Model,
  filter: ast.Condition | null,
  column: string,
): { options: string[]; negated: boolean } | null {
  if (!filter) return null;
  const options: string[] = [];
  let negated = false;
  let mentioned = false;
  walk(filter, (n) => {
    if (n.kind !== "is" || n.value.kind !== "path" || n.value.segments.at(-1)!.text !== column)
      return undefined;
    mentioned = true;
    negated ||= n.negated;
    for (const v of n.values) options.push(wordsOf(model, v));
    return undefined;
  });
  return mentioned ? { options: [...new Set(options)], negated } : null;
}
