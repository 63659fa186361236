import { hinted, labelled, worded } from "../../diagnostics/phrases.ts";
import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import { ZERO } from "../../runtime/rational.ts";
import type { SourceText } from "../../source/source-text.ts";
import type * as ir from "../ir/ir.ts";
import { type TypeNames, typeOfNode, withDates, withStep } from "./field-types.ts";
import { givenValues } from "./given-values.ts";
import { impliedBy } from "./implied.ts";
import { inversesOf } from "./inverses.ts";
import {
  type ActionSymbol,
  CitationTable,
  type FieldSymbol,
  type Header,
  type KindSymbol,
  type Model,
  type ParameterSymbol,
  type Provision,
  type RecordSymbol,
  type ScaleSymbol,
} from "./model.ts";
import { collectProvisions } from "./provisions.ts";
import { recordKinds } from "./record-kinds.ts";
import { settingsOf } from "./settings.ts";

/**
 * First look at a measure: its header, its declarations and a flat list of its rules. Reports names that
 * are declared twice and types that do not exist; reads no rule.
 */
export function declare(source: SourceText, file: ast.MeasureFile, lostNames: ReadonlySet<string>): Model {
  const problems: Problem[] = [];
  const citations = new CitationTable();
  const outline: ir.OutlineEntry[] = [];
  const { provisions, acceptances } = collectProvisions(file, source, citations, outline);
  const statements = provisions.map((p) => p.statement);

  const seen = new Map<string, ast.Name>();
  const unique = (name: ast.Name, scope: string): boolean => {
    const key = `${scope}\u0000${name.text}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, name);
      return true;
    }
    problems.push(
      problem(
        "BF2003",
        { name: name.text },
        {
          span: name.span,
          related: [labelled("first-declared-here", first.span)],
        },
      ),
    );
    return false;
  };

  const enumerations: ir.Enumeration[] = [];
  const subjectNodes = statements.filter((s) => s.kind === "subject").filter((s) => unique(s.name, "type"));
  const implied = impliedBy(
    provisions,
    subjectNodes.map((n) => n.name.text),
    problems,
  );
  const recordNodes = [...statements.filter((s) => s.kind === "record"), ...implied.records].filter((s) =>
    unique(s.name, "type"),
  );
  const names: TypeNames = {
    kinds: new Map(subjectNodes.map((s, i) => [s.name.text, i])),
    records: new Map(recordNodes.map((s, i) => [s.name.text, i])),
    enumerate: (e) => enumerations.push(e) - 1,
  };

  const fieldsOf = (
    owner: string,
    nodes: readonly ast.Field[],
    kind: "subject" | "record",
  ): FieldSymbol[] => {
    const own: FieldSymbol[] = [];
    for (const node of nodes) {
      if (!unique(node.name, `fields of ${owner}`)) continue;
      const type = withStep(
        typeOfNode(node.type, names, { name: node.name.text, kind }, problems),
        node.attributes,
        node.name.text,
        problems,
      );
      own.push({
        name: node.name.text,
        index: own.length,
        node,
        type: withDates(type, node, kind, problems),
      });
    }
    return withApplies(own);
  };
  const byName = (fields: readonly FieldSymbol[]) => new Map(fields.map((f) => [f.name, f]));

  const records: RecordSymbol[] = recordNodes.map((node, index) => {
    const fields = fieldsOf(node.name.text, node.fields, "record");
    return { index, name: node.name.text, node, fields, fieldByName: byName(fields) };
  });
  const plainKinds: Omit<KindSymbol, "inverses">[] = subjectNodes.map((node, index) => {
    const further = implied.fields.get(node.name.text) ?? [];
    const fields = fieldsOf(node.name.text, [...node.fields, ...further], "subject").map((f) =>
      further.includes(f.node) && f.type?.kind === "number" ? { ...f, type: { ...f.type, low: ZERO } } : f,
    );
    const fieldByName = byName(fields);
    return {
      index,
      name: node.name.text,
      node,
      fields,
      fieldByName,
      key: keyOf(node, fieldByName, problems),
    };
  });

  const inverses = inversesOf(plainKinds, records, problems);
  const declaredKinds: KindSymbol[] = plainKinds.map((k) => ({ ...k, inverses: inverses[k.index]! }));
  const kinds = [...declaredKinds, ...recordKinds(declaredKinds, records, provisions, file)];

  const scales = new Map<string, ScaleSymbol>();
  const external = new Map<string, readonly string[]>();
  for (const node of statements) {
    if (node.kind !== "scale" || !unique(node.name, "scale")) continue;
    const grades = node.order === "descending" ? [...node.grades].reverse() : node.grades;
    const members: string[] = [];
    for (const g of grades) if (unique(g.name, `grades of ${node.name.text}`)) members.push(g.name.text);
    const former = grades.flatMap((g) =>
      g.formerly.map((f) => ({ name: f.text, member: members.indexOf(g.name.text) })),
    );
    if (node.external) {
      external.set(node.name.text, members);
      continue;
    }
    scales.set(node.name.text, {
      name: node.name.text,
      node,
      enumeration: names.enumerate({ name: node.name.text, kind: "scale", members, former }),
    });
  }

  const parameters: ParameterSymbol[] = [];
  const keyed = new Map<string, ReadonlyMap<string, string>>();
  const orders: string[][] = [];
  const declared = provisions.flatMap((p) =>
    p.statement.kind === "parameter" ? [{ node: p.statement, provision: p }] : [],
  );
  for (const { node, provision: p } of [...declared, ...implied.parameters]) {
    if (node.names.length > 1) orders.push(node.names.map((n) => n.text));
    const key = node.keys[0];
    const options = key && enumerations.find((e) => e.name === key.text);
    if (key && (!options || node.keys.length > 1)) {
      const known = [...new Set(enumerations.map((e) => e.name))];
      problems.push(
        problem(
          "BF2001",
          {
            name: key.text,
            ...worded("what", "list-of-options"),
            ...hinted("known-keys", { known }),
          },
          { span: key.span },
        ),
      );
      continue;
    }
    const [head] = node.names;
    if (options) keyed.set(head!.text, new Map(options.members.map((m) => [m, `${head!.text}(${m})`])));
    const each = options
      ? options.members.map((m) => ({ key: m, name: { ...head!, text: `${head!.text}(${m})` } }))
      : node.names.map((name) => ({ key: name.text, name }));
    const given = givenValues(
      node,
      each.map((e) => e.key),
      problems,
    );
    for (const { key: of, name } of each) addParameter(node, name, p, given.get(of));
  }
  const settings = settingsOf(statements, parameters, source, problems);

  function addParameter(
    node: ast.ParameterDeclaration,
    name: ast.Name,
    p: Provision,
    value: ast.Expression | undefined,
  ): void {
    if (!unique(name, "parameter")) return;
    const type = withStep(
      typeOfNode(node.type, names, { name: name.text, kind: "parameter" }, problems),
      node.attributes,
      name.text,
      problems,
    );
    if (type?.kind === "list") {
      problems.push(problem("BF2166", { name: name.text }, { span: node.type.span }));
      return;
    }
    parameters.push({
      index: parameters.length,
      name: name.text,
      node,
      type,
      ...(value && { value }),
      cite: p.path.length > 0 ? p.cite : null,
    });
  }

  const actions: ActionSymbol[] = [];
  for (const node of statements) {
    if (node.kind !== "action-declaration") continue;
    for (const a of node.actions) {
      if (!unique(a.name, "action")) continue;
      actions.push({
        index: actions.length,
        name: a.name.text,
        category: node.category.text,
        polarity:
          node.polarity ??
          (node.category.text === "奖励" || node.category.text === "reward" ? "positive" : "negative"),
        argument: a.argument?.text ?? null,
        absorbedBy: [],
        node,
      });
    }
  }

  const absorbing = absorptions(actions);
  const rules = new Set(
    statements.flatMap((s) => (s.kind === "general-rule" ? s.rules.map((r) => r.rule) : [])),
  );
  const header = readHeader(statements, problems);
  if (kinds.length === 0 && statements.some((s) => s.kind === "measure"))
    problems.push(problem("BF2021", {}, { span: statements.find((s) => s.kind === "measure")!.span }));

  return {
    source,
    file,
    header,
    kinds,
    kindByName: new Map(declaredKinds.map((k) => [k.name, k])),
    records,
    enumerations,
    scales,
    externalScales: external,
    parameters: settings,
    parameterByName: new Map(settings.map((p) => [p.name, p])),
    keyedParameters: keyed,
    orders,
    actions: absorbing,
    actionByName: new Map(absorbing.map((a) => [a.name, a])),
    provisions,
    decisions: new Map(),
    acceptances,
    general: {
      belowExcludes: rules.has("below-excludes"),
      aboveExcludes: rules.has("above-excludes"),
      floorAtZero: rules.has("floor-at-zero"),
      strictest: rules.has("strictest-wins"),
      partial: rules.has("partial-step-ignored") ? "ignored" : rules.has("pro-rata") ? "pro-rata" : null,
    },
    citations,
    outline,
    problems,
    lostNames,
  };
}

/** A field that may not apply gets a truth field that says whether it does, behind all others. */
function withApplies(fields: readonly FieldSymbol[]): FieldSymbol[] {
  const beside: FieldSymbol[] = [];
  const own = fields.map((f) => {
    if (!f.node.attributes.some((a) => a.kind === "may-not-apply")) return f;
    const name: ast.Name = { ...f.node.name, text: `${f.name}·适用` };
    const { span } = f.node;
    const type: ast.TypeNode = { kind: "named-type", span, name: { ...name, text: "是否" } };
    const applies = fields.length + beside.length;
    beside.push({
      name: name.text,
      index: applies,
      node: { kind: "field", span, name, type, attributes: [] },
      type: { kind: "truth" },
      derived: true,
    });
    return { ...f, applies };
  });
  return [...own, ...beside];
}

function keyOf(
  node: ast.SubjectDeclaration,
  fields: ReadonlyMap<string, FieldSymbol>,
  problems: Problem[],
): number {
  const field = node.key && fields.get(node.key.text);
  if (field && field.type?.kind === "text") return field.index;
  const why = !node.key ? "is-not-given" : field ? "is-not-text" : "is-not-declared";
  if (!field || field.type !== null)
    problems.push(
      problem(
        "BF2014",
        { subject: node.name.text, key: node.key?.text ?? "", ...worded("why", why) },
        { span: (node.key ?? node.name).span },
      ),
    );
  return 0;
}

/** `甲 < 乙 < 丙`: each action is absorbed by all that follow it in the chain. */
function absorptions(actions: readonly ActionSymbol[]): ActionSymbol[] {
  return actions.map((action) => {
    const { node } = action;
    const absorbedBy: number[] = [];
    let at = node.actions.findIndex((a) => a.name.text === action.name);
    for (; node.actions[at]?.absorbedByNext; at++) {
      const next = actions.find((a) => a.name === node.actions[at + 1]?.name.text);
      if (next) absorbedBy.push(next.index);
    }
    return { ...action, absorbedBy };
  });
}

function readHeader(statements: readonly ast.Statement[], problems: Problem[]): Header {
  const measure = statements.find((s) => s.kind === "measure");
  // An empty file is one mistake, which the parser has reported.
  if (!measure && statements.length > 0) {
    const first = statements[0];
    problems.push(
      problem(
        "BF2020",
        {},
        { span: first ? { start: first.span.start, end: first.span.start } : { start: 0, end: 0 } },
      ),
    );
  }
  const text = (of: ast.TextDeclaration["of"]) => {
    const found = statements.find((s) => s.kind === "text-declaration" && s.of === of);
    return found?.kind === "text-declaration" ? found.text.text : null;
  };
  const date = (of: ast.DateDeclaration["of"]): ir.CalendarDate | null => {
    const found = statements.find((s) => s.kind === "date-declaration" && s.of === of);
    return found?.kind === "date-declaration"
      ? { year: found.date.year, month: found.date.month ?? 1, day: found.date.day ?? 1 }
      : null;
  };
  const period = statements.find((s) => s.kind === "period");
  const frequency = period?.kind === "period" ? period.frequency : "year";
  if (frequency === "two-months" && period) problems.push(problem("BF2048", {}, { span: period.span }));
  return {
    name: measure?.name.text ?? "",
    title: text("title"),
    documentNumber: text("document-number"),
    issuers: statements.flatMap((s) => (s.kind === "issuers" ? s.names.map((n) => n.text) : [])),
    effective: date("effective"),
    expires: date("expires"),
    period: frequency === "two-months" ? "month" : frequency,
  };
}
