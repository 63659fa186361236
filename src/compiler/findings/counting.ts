import type { Phrase } from "../../diagnostics/message.ts";
import { enumerated, inMessage, labelled, worded } from "../../diagnostics/phrases.ts";
import { type Fix, type Problem, problem, type Related } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { Span } from "../../source/span.ts";
import { addedTo, argumentOf } from "../analyze/closings.ts";
import { citationText, type Model } from "../analyze/model.ts";
import {
  type Count,
  countsOf,
  levelColumn,
  namesRead,
  optionsTaken,
  readBy,
  readersOf,
  withDefinitions,
} from "./counts.ts";
import { conjuncts, disjuncts, givenBy, listed, quoted, type Rule, rulesOf } from "./rules.ts";
import { caseMeeting, fieldNamed } from "./together.ts";

/** Counting: once or each time (SCALE), and one fact counted twice (DOUBLE). */
export function countingFindings(model: Model): Problem[] {
  const counts = countsOf(model);
  const rules = rulesOf(model);
  return [
    ...onceOrEach(model, counts, rules),
    ...countedTwice(model, counts),
    ...scoredAndGraded(model, rules),
    ...ownNotices(model, rules),
  ];
}

/** SCALE: a count reaches its limit, and what follows is written once. */
function onceOrEach(model: Model, counts: readonly Count[], rules: readonly Rule[]): Problem[] {
  const told = new Set<ast.Statement>();
  return rules.flatMap((rule) => {
    if (told.has(rule.provision.statement)) return [];
    const reached = thresholds(model, rule, counts);
    const shared = reached.length === 0 ? sharedOrganisation(model, rule) : null;
    if (reached.length === 0 && shared === null) return [];
    const any = reached.some((r) => r.limit === 1) && rule.rung === undefined;
    const effect = rule.effects.find((e) =>
      onceWritten(
        model,
        rule,
        e,
        reached.map((r) => r.name),
        any,
      ),
    );
    if (!effect || (shared !== null && !(effect.kind === "consequence" && effect.targets.length > 0)))
      return [];
    told.add(rule.provision.statement);
    const [first] = reached;
    return [
      problem(
        "BF3216",
        {
          cite: rule.cite,
          what: quoted(model, effect.span),
          ...twice(rule, first ?? null, shared),
        },
        {
          span: effect.span,
          fixes: shared === null ? [] : addedTo(model, effect.span.end, ["逐一", "只计一次"]),
        },
      ),
    ];
  });
}

/** A case in which it might come twice. */
function twice(rule: Rule, reached: Threshold | null, shared: string | null) {
  if (reached) {
    const more = `${reached.limit * 2}${reached.unit}`;
    return worded("example", "reached", { name: reached.name, limit: more, limitEn: reached.limit * 2 });
  }
  const who = rule.provision.scoping.subjects?.[0]?.text ?? "对象";
  return worded("example", "two-share", { who, field: shared ?? "" });
}

interface Threshold {
  readonly name: string;
  readonly limit: number;
  readonly unit: string;
}

/** The counts a rule compares with a figure from which on it applies. */
function thresholds(model: Model, rule: Rule, counts: readonly Count[]): Threshold[] {
  const counted = new Map(counts.map((c) => [c.name ?? model.source.slice(c.call.span), c]));
  const parts = rule.condition ? disjuncts(rule.condition, rule.items).flatMap(conjuncts) : [];
  const compared = parts.flatMap((p): { of: ast.Expression; value: ast.Expression; up: boolean }[] => {
    if (p.kind === "compare")
      return [{ of: p.left, value: p.test.value, up: p.test.op === ">=" || p.test.op === ">" }];
    if (p.kind === "is" && !p.negated && p.values.length > 0)
      return [{ of: p.value, value: p.values[0]!, up: true }];
    if (p.kind === "path") return definedThreshold(model, p);
    return [];
  });
  return compared.flatMap(({ of, value, up }) => {
    const name = model.source.slice(of.span).trim();
    if (!up || value.kind !== "number" || !counted.has(name)) return [];
    return [{ name, limit: Number(value.text), unit: value.unit ?? "" }];
  });
}

/** `有村不达标 = 计数(…) 1次以上`: the threshold behind a name. */
function definedThreshold(
  model: Model,
  path: ast.PathExpression,
): { of: ast.Expression; value: ast.Expression; up: boolean }[] {
  const name = path.segments.at(-1)!.text;
  return model.provisions.flatMap(({ statement: s }) =>
    s.kind === "definition" && s.name.text === name && s.value.kind === "compare"
      ? [{ of: s.value.left, value: s.value.test.value, up: s.value.test.op === ">=" }]
      : [],
  );
}

/** Whether an effect would differ if it came once for each of what was counted. */
function onceWritten(
  model: Model,
  rule: Rule,
  effect: ast.Effect,
  counted: readonly string[],
  any: boolean,
): boolean {
  if (effect.kind === "shift-effect") return true;
  if (effect.kind === "score-effect")
    return (effect.verb === "add" || effect.verb === "deduct") && !mentions(model, effect.amount, counted);
  if (effect.kind !== "consequence" || effect.repeat !== undefined) return false;
  const given = givenBy(rule).filter((g) => g.effect === effect);
  return given.some((g) => {
    const amount = g.argument !== undefined && !isPeriod(g.argument) && !isShare(g.argument);
    if (amount) return !mentions(model, g.argument, counted);
    return any && model.actionByName.get(g.name)?.polarity === "negative";
  });
}

const isPeriod = (e: ast.Expression): boolean =>
  e.kind === "period-of" || (e.kind === "number" && /[年月天日]/.test(e.unit ?? ""));
const isShare = (e: ast.Expression): boolean => e.kind === "number" && e.unit === "%";

const mentions = (model: Model, e: ast.Expression | undefined, names: readonly string[]): boolean =>
  e !== undefined && names.some((n) => model.source.slice(e.span).includes(n));

/** An amount falls on an organisation that several subjects may share: once for each of them? */
function sharedOrganisation(model: Model, rule: Rule): string | null {
  if (rule.rung) return null;
  for (const effect of rule.effects) {
    if (effect.kind !== "consequence" || effect.repeat !== undefined) continue;
    if (
      !effect.actions.some((a) =>
        a.choice.some((c) => c.argument && !isPeriod(c.argument) && !isShare(c.argument)),
      )
    )
      continue;
    for (const target of effect.targets) {
      const name = target.path[0]?.text;
      const field = name === undefined ? undefined : fieldNamed(model, name);
      if (!field || !name) continue;
      const type = field.node.type;
      if (
        field.type?.kind === "link" ||
        (type.kind === "named-type" && /^(?:单位|organisation)$/.test(type.name.text))
      )
        return name;
    }
  }
  return null;
}

/** DOUBLE: one record, or one matter on several records, enters two counts that rules go by. */
function countedTwice(model: Model, counts: readonly Count[]): Problem[] {
  const used = counts.filter((c) => !c.deduped && readersOf(model, c).length > 0);
  const lists = [...new Set(used.map((c) => c.list))];
  return lists.flatMap((list) => {
    const own = used.filter((c) => c.list === list);
    const pairs = own.flatMap((second, i) =>
      own.slice(0, i).flatMap((first) => overlap(model, first, second) ?? []),
    );
    const found = pairs.find((p) => p.sameRecord) ?? pairs[0];
    if (!found) return [];
    const all = [...new Set(pairs.flatMap((p) => [p.first, p.second]))].filter((c) => c !== found.second);
    const related: Related[] = all.map((c) => labelled("counted-here-too", c.call.span));
    return [
      problem(
        "BF3217",
        {
          record: found.second.record.name,
          first: nameOf(model, found.first),
          second: nameOf(model, found.second),
          ...inMessage("example", found.example),
        },
        { span: found.second.call.span, related, fixes: oncePerMatter(model, found) },
      ),
    ];
  });
}

/** `同一 事由 计一次` in both counts, where the records say what the matter is. */
function oncePerMatter(model: Model, { first, second }: Meeting): Fix[] {
  const matter = second.record.fields.find(
    (f) => /事由|事项|事件|案号/.test(f.name) && f.type?.kind === "text",
  );
  if (!matter) return [];
  const words = `同一 {${matter.name}} 计一次`;
  const [both] = argumentOf(model, second.call.span.end, [words]);
  const other = argumentOf(model, first.call.span.end, [words]);
  return both ? [{ ...both, edits: [...both.edits, ...other.flatMap((f) => f.edits)] }] : [];
}

const nameOf = (model: Model, c: Count): string => c.name ?? quoted(model, c.call.span, 30);

interface Meeting {
  readonly first: Count;
  readonly second: Count;
  readonly example: Phrase;
  /** One record enters both; else one matter may stand on records of two levels. */
  readonly sameRecord: boolean;
}

function overlap(model: Model, first: Count, second: Count): Meeting | null {
  if (nameOf(model, first) === nameOf(model, second)) return null;
  const columns = (c: Count) => (c.filter ? namesRead(c.filter) : new Set<string>());
  const [x, y] = [columns(first), columns(second)];
  // Filters on different columns look at different things.
  if (x.size > 0 && y.size > 0 && ![...x].some((n) => y.has(n) && second.record.fieldByName.has(n)))
    return null;
  const both = caseMeeting(
    model,
    [first.filter, second.filter].filter((f) => f !== null),
  );
  if (both !== null && both.zh !== "") return { first, second, example: both, sameRecord: true };
  const column = levelColumn(model, second.record);
  if (!column) return null;
  const [a, b] = [first, second].map((c) => optionsTaken(model, c.filter, column.name)?.options[0]);
  // Apart by level only: the same matter may be noticed by each of them.
  return a !== undefined && b !== undefined && a !== b
    ? {
        first,
        second,
        example: enumerated([`${column.name} ${a}`, `${column.name} ${b}`]),
        sameRecord: false,
      }
    : null;
}

/** DOUBLE: a fact lowers the points of an indicator and also limits a grade or takes something away. */
function scoredAndGraded(model: Model, rules: readonly Rule[]): Problem[] {
  const scored = model.provisions.flatMap((p) => {
    const s = p.statement;
    const beside =
      s.kind === "definition" &&
      model.provisions.some(
        (o) => o.statement.kind === "indicator" && o.path.at(-1) === p.path.at(-1) && p.path.length > 0,
      );
    if (s.kind !== "indicator" && !beside) return [];
    return [{ provision: p, names: withDefinitions(model, namesRead(s)) }];
  });
  const grading = rules.filter((r) =>
    r.effects.some(
      (e) =>
        e.kind === "grade-effect" ||
        e.kind === "not-assessed" ||
        (e.kind === "consequence" && givenBy(r).some((g) => /资格|一票否决/.test(g.name))),
    ),
  );
  const facts = model.kinds
    .flatMap((k) => k.fields)
    .filter((f) => f.type !== null && ["number", "truth", "choice"].includes(f.type.kind))
    .map((f) => f.name);
  return scored.flatMap(({ provision, names }) => {
    const shared = (r: Rule) => {
      const read = withDefinitions(model, readBy(r));
      return facts.filter((f) => names.has(f) && read.has(f));
    };
    const met = grading.flatMap((rule) => (shared(rule).length > 0 ? [{ rule, facts: shared(rule) }] : []));
    const [first] = met;
    if (!first) return [];
    return [
      problem(
        "BF3218",
        {
          fact: listed(met.flatMap((m) => m.facts)),
          first: citationText(provision.path),
          second: first.rule.cite,
        },
        {
          span: provision.statement.span,
          related: met.flatMap((m) =>
            itemsReading(model, m).map((span) => labelled("and-limited-here", span)),
          ),
        },
      ),
    ];
  });
}

/** The items of a list that read the facts; the rule where it has none. */
function itemsReading(model: Model, met: { readonly rule: Rule; readonly facts: readonly string[] }): Span[] {
  const items = met.rule.items.filter((item) => {
    const read = withDefinitions(model, namesRead(item));
    return met.facts.some((f) => read.has(f));
  });
  return items.length > 0 ? items.map((i) => i.span) : [met.rule.span];
}

const NOTICES = ["通报", "约谈", "问责", "督办", "警告"] as const;

/** DOUBLE: a notice that a step of this measure gives may itself be a fact that a rule reads. */
function ownNotices(model: Model, rules: readonly Rule[]): Problem[] {
  const read = new Set(rules.flatMap((r) => [...withDefinitions(model, readBy(r))]));
  const facts = model.kinds.flatMap((k) =>
    k.fields.flatMap((f) => {
      if (f.type?.kind !== "choice" || !read.has(f.name)) return [];
      return model.enumerations[f.type.enumeration]!.members.flatMap((m) => {
        const word = NOTICES.find((n) => m.includes(n));
        return word ? [{ word, fact: f, option: m }] : [];
      });
    }),
  );
  return model.provisions.flatMap(({ statement: s }) => {
    if (s.kind !== "procedure") return [];
    return s.steps.flatMap((step) =>
      step.acts.flatMap((act) => {
        const what = act.what.map((w) => w.text);
        const found = facts.find((f) => act.verb.text === f.word && what.some((w) => /问题|情况/.test(w)));
        if (!found) return [];
        return [
          problem(
            "BF3219",
            { verb: act.verb.text, what, fact: found.fact.name, option: found.option },
            {
              span: act.span,
              related: [labelled("fact-is-here", found.fact.node.span)],
            },
          ),
        ];
      }),
    );
  });
}
