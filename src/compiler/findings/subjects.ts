import { labelled } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import type { FieldSymbol, KindSymbol, Model, Provision } from "../analyze/model.ts";
import {
  actsOf,
  alsoAt,
  groupBy,
  mentions,
  oncePerClause,
  type Place,
  readings,
  rulesOf,
} from "./reading.ts";
import { type Rule, rulesOf as rulesWithEffects, wordsOf } from "./rules.ts";

/** SUBJ: somebody is assessed, and no rule is about him. */
export function leftOut(model: Model): Problem[] {
  return [...idleSubjects(model), ...sortsWithoutRule(model), ...sortsWithoutRoute(model)];
}

/** Declared as assessed. */
function idleSubjects(model: Model): Problem[] {
  if (model.kinds.length < 2) return [];
  const rules = rulesOf(model).filter(
    ({ statement: s }) => s.kind !== "procedure" && s.kind !== "draw" && s.kind !== "set-parameter",
  );
  const mentioned = mentions(model);
  return model.kinds.flatMap((kind) =>
    // The records of a list are not subjects of their own.
    kind.of || rules.some((p) => isAbout(p, kind))
      ? []
      : [
          problem(
            "BF3183",
            { subject: kind.name },
            {
              span: kind.node.name.span,
              related: alsoAt(mentioned.get(kind.name) ?? [], "mentioned-here"),
            },
          ),
        ],
  );
}

/** The indicator or vote of the same name as a draw: the drawn take part in what everybody is assessed by. */
function partDrawn(model: Model, draw: ast.Draw): ast.Name | null {
  for (const { statement: s } of model.provisions)
    if ((s.kind === "indicator" || s.kind === "ballot") && s.name.text === draw.name?.text) return s.name;
  return null;
}

/** Whether a draw picks who is assessed by something, rather than whose result is checked. */
export const isPartOfAssessment = (model: Model, draw: ast.Draw): boolean => partDrawn(model, draw) !== null;

/** SUBJ: only some are drawn for a part of the assessment of all. */
export function notDrawn(model: Model): Problem[] {
  return model.provisions.flatMap(({ statement: s }) => {
    const part = s.kind === "draw" ? partDrawn(model, s) : null;
    if (s.kind !== "draw" || !part) return [];
    const { amount, from } = s.terms;
    return [
      problem(
        "BF3257",
        {
          name: part.text,
          amount: `${amount.text}${amount.unit ?? ""}`,
          subject: from.map((n) => n.text),
        },
        {
          span: s.span,
          related: [labelled("part-of-assessment", part.span)],
        },
      ),
    ];
  });
}

/** The rule is scoped to the kind, or is unscoped and reads one of its fields. */
function isAbout({ statement, scoping }: Provision, kind: KindSymbol): boolean {
  if (scoping.subjects?.some((n) => n.text === kind.name)) return true;
  let found = false;
  walk(statement, (n) => {
    if (n.kind === "scoped") found ||= n.subjects.some((s) => s.text === kind.name);
    else if (n.kind === "path" && scoping.subjects === null)
      found ||=
        kind.fieldByName.has(n.segments[0]!.text) && n.segments[0]!.text !== kind.fields[kind.key]?.name;
    return !found;
  });
  return found;
}

/** 资金问题: 无 < 违反规定 < 严重违反规定. */
const NOTHING = /^(?:无|没有|未|正常|不涉及|none$|no )/;

interface Sorts {
  readonly field: FieldSymbol;
  readonly subject: string;
  readonly members: readonly string[];
}

/** Fields by which a subject falls into three sorts or more; with two, the other one is the usual case. */
function sortsOf(model: Model): Sorts[] {
  return model.kinds
    .flatMap((kind) =>
      kind.fields.flatMap((field) =>
        field.type?.kind === "choice"
          ? [{ field, subject: kind.name, members: model.enumerations[field.type.enumeration]!.members }]
          : [],
      ),
    )
    .filter((sorts) => sorts.members.length > 2);
}

/**
 * Several sorts of a subject have rules of their own and one is named by none. A field that a rule compares in
 * another way, or of which most sorts are not named, is no division of the rules; nor is a field that has a
 * member for the ordinary case, of whom no rule needs to speak.
 */
function sortsWithoutRule(model: Model): Problem[] {
  const rules = rulesWithEffects(model).filter((r) => r.condition !== null);
  return sortsOf(model).flatMap(({ field, subject, members }) => {
    const tests = rules.flatMap((rule) => testsOf(model, rule, field.name));
    const named = new Set(tests.flatMap((t) => t.options));
    const others = members.filter((m) => !named.has(m));
    if (others.every((m) => NOTHING.test(m))) return [];
    const divided = tests.length > 0 && tests.every((t) => t.options.length > 0);
    if (!divided || named.size < 2 || others.length === 0 || others.length >= named.size) return [];
    // Read elsewhere, for example by what decides which form is filled in.
    const reads = oncePerClause(readings(model).get(field.name) ?? []);
    if (reads.some((r) => !tests.some((t) => t.rule.provision === r.provision))) return [];
    return [
      problem(
        "BF3235",
        { subject, named: [...named], others: others },
        { span: field.node.name.span, related: alsoAt(reads, "rule-for-some") },
      ),
    ];
  });
}

/** `X 为 甲`, `X 属于 甲、乙` in a rule's condition; no options where it is tested in another way. */
function testsOf(model: Model, rule: Rule, field: string): { rule: Rule; options: readonly string[] }[] {
  const found: { rule: Rule; options: readonly string[] }[] = [];
  for (const condition of [rule.condition!, ...rule.items])
    walk(condition, (n) => {
      if (n.kind === "is" && n.value.kind === "path" && n.value.segments.at(-1)!.text === field)
        found.push({ rule, options: n.negated ? [] : n.values.map((v) => wordsOf(model, v)) });
      return undefined;
    });
  return found;
}

/** The steps of one procedure name several sorts of a subject, and not all of them. */
function sortsWithoutRoute(model: Model): Problem[] {
  return sortsOf(model).flatMap(({ members }) => {
    const found = actsOf(model).flatMap(({ act, who, procedure, provision }) =>
      [...who, ...act.what, ...act.toWhom].flatMap((n) =>
        members
          .filter((m) => m.length > 1 && n.text.includes(m))
          .map((member) => ({ member, procedure, span: n.span, provision })),
      ),
    );
    return groupBy(found, (f) => f.procedure.span.start).flatMap((group) => {
      const named = new Set(group.map((f) => f.member));
      const others = members.filter((m) => !named.has(m));
      if (named.size < 2 || others.length === 0) return [];
      const [first, ...rest]: Place[] = group;
      return [
        problem(
          "BF3236",
          {
            procedure: group[0]!.procedure.name.text,
            named: [...named],
            others: others,
          },
          { span: first!.span, related: alsoAt(rest, "another-sort-here") },
        ),
      ];
    });
  });
}
