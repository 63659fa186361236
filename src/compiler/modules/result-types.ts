/** The types of what a measure gives: grades, values, reports, and its evaluators. */
import { text } from "../emit/fragments.ts";
import type { Cell } from "../ir/ir.ts";
import { type ColumnTypes, columnTypes } from "./column-types.ts";
import { commentText } from "./source-places.ts";
import { doc, property, type TypeNames, union } from "./type-names.ts";

export function resultTypes(names: TypeNames): string[] {
  const columns = columnTypes(names);
  return [
    actions(names),
    ...names.measure.subjects.flatMap((_, kind) => results(names, kind)),
    ...names.given.map((kind) => outcome(names, kind)),
    cohort(names),
    ...columns.declarations,
    evaluators(names, columns),
  ];
}

const braces = (members: readonly string[]): string =>
  members.length === 0 ? "{}" : `{\n${members.join("")}}`;

/** Actions by name; where one is still to be chosen, the choice. */
function actions({ measure }: TypeNames): string {
  const single = measure.actions.map((a) => a.name);
  const choices = measure.consequences.map((c) =>
    c.actions.map((a) => measure.actions[a.action]!.name).join("、"),
  );
  return `/** What a consequence is: a measure taken, or those to choose from. */
export type Action = ${union([...single, ...choices])};

export type Consequence = Omit<ConsequenceResult, "action"> & { readonly action: Action };
`;
}

function results(names: TypeNames, kind: number): string[] {
  const { measure } = names;
  const stem = names.kinds[kind]!;
  const named = measure.cells.filter((c) => c.subject === kind && c.name !== null);
  const grades = named.filter((c) => c.body.kind === "grade");
  const values = named.filter((c) => c.body.kind !== "grade");
  const valueType = (c: Cell): string =>
    c.body.kind === "expression" && c.body.expr.op === "if" && c.body.expr.out
      ? `${shown(names, c)} | "不适用" | null`
      : `${shown(names, c)} | null`;
  const member = (c: Cell, type: string): string => {
    const unit = c.type.kind === "number" ? c.type.display.unit : "";
    const comment = doc([unit, names.cite(c.cite), names.where(c.span)], "  ");
    return `${comment}  readonly ${property(c.name!)}: ${type};\n`;
  };
  const head = measure.subjects[kind]!.name;
  const gradeType = (c: Cell): string =>
    c.type.kind === "choice" ? names.enumerations[c.type.enumeration]! : "string";
  return [
    `/** ${commentText(head)}: grades; null while undetermined, and where there is none. */
export type ${stem}Grades = ${braces(grades.map((c) => member(c, `${gradeType(c)} | null`)))};
`,
    `/** ${commentText(head)}: computed values; null while undetermined. */
export type ${stem}Values = ${braces(values.map((c) => member(c, valueType(c))))};
`,
    report(names, kind, grades, gradeType),
  ];
}

/** A value as results have it. */
function shown(names: TypeNames, { type }: Cell): string {
  switch (type.kind) {
    case "number":
      return "JsonNumber";
    case "truth":
      return "boolean";
    case "choice":
      return names.enumerations[type.enumeration]!;
    case "date":
    case "text":
    case "link":
      return "string";
    case "party":
    case "links":
      return "readonly string[]";
  }
}

function report(
  names: TypeNames,
  kind: number,
  grades: readonly Cell[],
  gradeType: (c: Cell) => string,
): string {
  const { measure } = names;
  const stem = names.kinds[kind]!;
  const { name, of } = measure.subjects[kind]!;
  const details = grades.map((c) => {
    const own = `{ readonly grade: ${gradeType(c)} | null; readonly possible: readonly ${gradeType(c)}[] }`;
    return `    readonly ${property(c.name!)}: GradeResult & ${own};\n`;
  });
  const lists = measure.subjects.flatMap((s, other) =>
    s.of?.subject === kind
      ? [
          `    readonly ${property(measure.subjects[kind]!.fields[s.of.list]!.name)}: readonly ${names.kinds[other]!}Report[];\n`,
        ]
      : [],
  );
  const own = of
    ? ""
    : `  readonly kind: ${text(name).toString()};\n  readonly consequences: readonly Consequence[];\n`;
  const records = lists.length === 0 ? "" : `  readonly records: {\n${lists.join("")}  };\n`;
  return `/** Everything behind the results. */
export interface ${stem}Report extends ${of ? "RecordResult" : "SubjectResult"} {
${own}  readonly values: ${stem}Values;
  readonly grades: ${details.length === 0 ? "{}" : `{\n${details.join("")}  }`};
${records}}
`;
}

function outcome(names: TypeNames, kind: number): string {
  const stem = names.kinds[kind]!;
  const { name } = names.measure.subjects[kind]!;
  return `export interface ${stem}Outcome extends Outcome {
  readonly kind: ${text(name).toString()};
  readonly grades: ${stem}Grades;
  readonly values: ${stem}Values;
  readonly report: ${stem}Report;
}
`;
}

function cohort(names: TypeNames): string {
  const line = (kind: number, optional: string, type: string): string =>
    `  readonly ${property(names.measure.subjects[kind]!.name)}${optional}: ${type};\n`;
  return `/** The subjects that are assessed together, by kind. */
export type Cohort = {
${names.given.map((k) => line(k, "?", `readonly ${names.kinds[k]!}Facts[]`)).join("")}};

/** By kind of subject. */
export interface OutcomeOf {
${names.given.map((k) => line(k, "", `${names.kinds[k]!}Outcome`)).join("")}}

/** The outcomes of a cohort, in the order of its records. */
export interface Outcomes<K extends keyof OutcomeOf> extends CohortOutcomes {
  readonly outcomes: { readonly [P in K]: readonly OutcomeOf[P][] };
}
`;
}

function evaluators(names: TypeNames, columns: ColumnTypes): string {
  const { measure, given } = names;
  const kinds = union(given.map((k) => measure.subjects[k]!.name));
  const each = (method: string, facts: string, result: (stem: string) => string): string =>
    given
      .map((k) => {
        const stem = names.kinds[k]!;
        const optional = given.length === 1 ? "?" : "";
        const kind = `{ readonly kind${optional}: ${text(measure.subjects[k]!.name).toString()} }`;
        return `  ${method}(facts: ${stem}${facts}, context: Context & ${kind}): ${result(stem)};\n`;
      })
      .join("");
  return `/** The evaluators of the measure. They keep no state between calls. */
export interface Measure extends Evaluator {
  /** The kinds of subject. */
  readonly kinds: readonly (${kinds})[];
  /** Evaluates one subject; its place among others stays undetermined. */
${each("evaluate", "Facts", (stem) => `${stem}Outcome`)}  /** Evaluates a cohort; rankings are among its subjects. */
  evaluateAll<K extends keyof OutcomeOf>(cohort: Pick<Cohort, K>, context: Context): Outcomes<K>;
}

export interface Functions {
  /** The facts to ask for next, the most useful first. */
${each("missing", "Draft", () => "Question[]")}${columns.signatures}  /** The sentences that explain an outcome, with clauses and figures. */
  explain(outcome: Outcome, options?: { readonly lang?: ExplainLanguage }): string[];
}
`;
}
