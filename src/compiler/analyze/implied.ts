import { type Problem, problem } from "../../diagnostics/problem.ts";
import type * as ast from "../../parser/ast.ts";
import type { Provision } from "./model.ts";

/**
 * Declarations that rules imply: an indicator that only states its marks is scored by people, and a vote
 * needs its ballots and, where the text is silent, open weights and points. They become ordinary fields,
 * records and open values, so everything after this treats them alike.
 */
export interface Implied {
  /** Further fields by kind of subject. */
  readonly fields: ReadonlyMap<string, readonly ast.Field[]>;
  readonly records: readonly ast.RecordDeclaration[];
  readonly parameters: readonly { readonly node: ast.ParameterDeclaration; readonly provision: Provision }[];
}

/** The columns of a ballot record; one record is `票数` equal votes. */
export const BALLOT = { group: "评委", item: "项目", level: "档次", votes: "票数" } as const;
export const ballotList = (ballot: string): string => `${ballot}票`;
export const weightName = (ballot: string, of: string): string => `${ballot}·${of}权重`;
export const pointsName = (ballot: string, level: string): string => `${ballot}·${level}分值`;

export function impliedBy(
  provisions: readonly Provision[],
  kinds: readonly string[],
  problems: Problem[],
): Implied {
  const fields = new Map<string, ast.Field[]>();
  const records: ast.RecordDeclaration[] = [];
  const parameters: { node: ast.ParameterDeclaration; provision: Provision }[] = [];
  const add = (p: Provision, name: ast.Name, field: ast.Field) => {
    const said = p.scoping.subjects?.map((n) => n.text);
    if (said === undefined && kinds.length > 1) {
      problems.push(problem("BF2035", { name: name.text }, { span: name.span }));
      return;
    }
    for (const kind of said ?? kinds) fields.set(kind, [...(fields.get(kind) ?? []), field]);
  };
  for (const p of provisions) {
    const s = p.statement;
    if (s.kind === "indicator" && !s.value && s.items.length === 0) add(p, s.name, scoredField(s));
    if (s.kind === "ballot") {
      const ballot = ballotDeclarations(s);
      records.push(ballot.record);
      for (const node of ballot.parameters) parameters.push({ node, provision: p });
      add(p, s.name, {
        kind: "field",
        span: s.name.span,
        name: named(s.name, ballotList(s.name.text)),
        type: { kind: "named-type", span: s.name.span, name: ballot.record.name, frequency: "many" },
        attributes: [],
      });
    }
  }
  return { fields, records, parameters };
}

const named = (like: ast.Name, text: string): ast.Name => ({ kind: "name", span: like.span, text });

/** 0 to full marks; where the marks are an open value, any number of points. */
function scoredField(s: ast.Indicator): ast.Field {
  const full = s.bounds.find((b) => b.kind === "full-marks" || b.kind === "highest");
  const marks = full && "value" in full && full.value.kind === "number" ? full.value : null;
  const { span } = s.name;
  const type: ast.TypeNode = marks
    ? { kind: "range-type", span, low: { ...marks, text: "0" }, high: marks }
    : { kind: "named-type", span, name: named(s.name, "分") };
  return { kind: "field", span, name: s.name, type, attributes: [] };
}

function ballotDeclarations(s: ast.Ballot): {
  record: ast.RecordDeclaration;
  parameters: ast.ParameterDeclaration[];
} {
  const { span } = s.name;
  const entries = (of: ast.BallotRow["of"]) => s.rows.filter((r) => r.of === of).flatMap((r) => r.entries);
  const options = (of: ast.BallotRow["of"]) => entries(of).flatMap((e) => (e.name ? [e.name] : []));
  const choice = (column: string, of: ast.BallotRow["of"]): ast.Field[] =>
    options(of).length === 0
      ? []
      : [
          {
            kind: "field",
            span,
            name: named(s.name, column),
            type: { kind: "options-type", span, options: options(of) },
            attributes: [],
          },
        ];
  const one: ast.NumberLiteral = { kind: "number", span, text: "1" };
  const votes: ast.Field = {
    kind: "field",
    span,
    name: named(s.name, BALLOT.votes),
    type: { kind: "named-type", span, name: named(s.name, "次数") },
    attributes: [{ kind: "default", span, value: one }],
  };
  const record: ast.RecordDeclaration = {
    kind: "record",
    span,
    name: named(s.name, ballotList(s.name.text)),
    fields: [
      ...choice(BALLOT.group, "raters"),
      ...choice(BALLOT.item, "items"),
      ...choice(BALLOT.level, "levels"),
      votes,
    ],
  };
  const open = (name: string, type: string): ast.ParameterDeclaration => ({
    kind: "parameter",
    span,
    names: [named(s.name, name)],
    keys: [],
    type: { kind: "named-type", span, name: named(s.name, type) },
    attributes: [],
  });
  const unweighted = options("raters").length > 1 ? entries("raters").filter((e) => !e.value) : [];
  return {
    record,
    parameters: [
      ...unweighted.flatMap((e) => (e.name ? [open(weightName(s.name.text, e.name.text), "百分比")] : [])),
      ...entries("levels").flatMap((e) =>
        e.name && !e.value ? [open(pointsName(s.name.text, e.name.text), "分")] : [],
      ),
    ],
  };
}
