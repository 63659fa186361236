import { labelled } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { oneSource } from "../analyze/closings.ts";
import type { Model } from "../analyze/model.ts";
import {
  type Count,
  countsOf,
  levelColumn,
  namesRead,
  optionsTaken,
  readBy,
  severalLevels,
  withDefinitions,
} from "./counts.ts";
import { disjuncts, listed, type Rule, rulesOf } from "./rules.ts";

/** LEVEL: which levels of government count, and whether they add up, convert or outrank each other. */
export function levelFindings(model: Model): Problem[] {
  const counts = countsOf(model);
  const rules = rulesOf(model);
  return [
    ...levelsTogether(model, counts),
    ...levelsSideBySide(model, counts, rules),
    ...severalAuthorities(model, rules),
  ];
}

/** LEVEL: one count over notices of several levels, without a word on how they weigh. */
function levelsTogether(model: Model, counts: readonly Count[]): Problem[] {
  return counts.flatMap((count) => {
    const column = levelColumn(model, count.record);
    if (column?.type?.kind !== "choice") return [];
    const taken = optionsTaken(model, count.filter, column.name);
    const members = model.enumerations[column.type.enumeration]!.members;
    const levels =
      taken === null
        ? members
        : taken.negated
          ? members.filter((m) => !taken.options.includes(m))
          : taken.options;
    if (levels.length < 2 || !severalLevels(levels)) return [];
    return [
      problem(
        "BF3213",
        { column: column.name, levels: levels, first: levels[0]!, last: levels.at(-1)! },
        {
          span: count.call.span,
          related: [labelled("levels-listed-here", column.node.span)],
        },
      ),
    ];
  });
}

/** LEVEL: counts of single levels with limits of their own meet in one rule. */
function levelsSideBySide(model: Model, counts: readonly Count[], rules: readonly Rule[]): Problem[] {
  const single = counts.flatMap((count) => {
    const column = levelColumn(model, count.record);
    const taken = column && optionsTaken(model, count.filter, column.name);
    return count.name !== null && taken && !taken.negated && taken.options.length === 1
      ? [{ name: count.name, level: taken.options[0]!, list: count.list }]
      : [];
  });
  const told = new Set<ast.Statement>();
  return rules.flatMap((rule) => {
    if (!rule.condition || told.has(rule.provision.statement)) return [];
    const ways = disjuncts(rule.condition, rule.items);
    const met = single.filter((c) => ways.some((w) => namesRead(w).has(c.name)));
    if (ways.length < 2 || new Set(met.map((m) => m.level)).size < 2) return [];
    told.add(rule.provision.statement);
    return [
      problem(
        "BF3214",
        { names: listed(met.map((m) => m.name)), first: met[0]!.level, second: met[1]!.level },
        {
          span: rule.condition.span,
          ...(rule.rung && {
            related: [
              labelled("two-counts-on-every-rung", {
                start: rule.rung.ladder.span.start,
                end: rule.span.start,
              }),
            ],
          }),
        },
      ),
    ];
  });
}

/** LEVEL: a fact that authorities of several levels establish; they may disagree. */
function severalAuthorities(model: Model, rules: readonly Rule[]): Problem[] {
  const fields = [...model.kinds, ...model.records].flatMap((k) => k.fields);
  return fields.flatMap((f) => {
    if (f.type?.kind !== "truth" && f.type?.kind !== "choice") return [];
    const source = f.node.attributes.find((a) => a.kind === "source");
    const names = source?.kind === "source" ? source.names.map((n) => n.text) : [];
    if (!severalLevels(names)) return [];
    const uses = rules.filter((r) => ownersRead(model, r, f.node));
    const [first, ...rest] = uses;
    if (!first) return [];
    return [
      problem(
        "BF3215",
        { fact: f.name, first: names[0]!, last: names.at(-1)! },
        {
          span: (first.condition ?? first).span,
          related: [
            labelled("sources-named-here", f.node.span),
            ...rest.map((r) => labelled("used-here-too", (r.condition ?? r).span)),
          ],
          fixes: oneSource(model, source),
        },
      ),
    ];
  });
}

/** Whether a rule reads this very field: records may have columns of the same name. */
function ownersRead(model: Model, rule: Rule, field: ast.Field): boolean {
  const read = withDefinitions(model, readBy(rule));
  if (!read.has(field.name.text)) return false;
  const record = model.records.find((r) => r.fields.some((f) => f.node === field));
  if (!record) return true;
  const lists = model.kinds.flatMap((k) =>
    k.fields.flatMap((f) => (f.type?.kind === "list" && f.type.record === record.index ? [f.name] : [])),
  );
  return lists.some((l) => read.has(l));
}
