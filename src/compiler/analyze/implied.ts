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

/** Whether a vote reaches its quorum and its valid votes; what clauses ask: `非 民主测评·有效 的,…`. */
export const validName = (ballot: string): string => `${ballot}·有效`;
export const hasValidity = (s: ast.Ballot): boolean =>
  s.rows.some((r) => r.of === "quorum" || r.of === "valid-share");

/**
 * A requirement on the votes: what is counted, and for a share what it is taken of. `of` is how the counts
 * are named: 民主测评·到会人数, 民主测评·村民代表到会人数.
 */
export interface VoteRequirement {
  readonly row: ast.BallotRow;
  readonly entry: ast.BallotRow["entries"][number];
  readonly counted: string;
  readonly outOf: string | null;
}

/** The bases of a share of valid votes; where none is written, the votes collected. */
const VOTE_BASES: ReadonlyMap<string, string> = new Map([
  ["收回票", "收回票数"],
  ["发出票", "发出票数"],
  ["votes_collected", "收回票数"],
  ["votes_issued", "发出票数"],
]);

/** The requirements of a vote; null in place of one whose entry names something else. */
export function voteRequirements(
  s: ast.Ballot,
  provisions: readonly Provision[],
): (VoteRequirement | { readonly row: ast.BallotRow; readonly wrong: ast.Name })[] {
  const ballot = s.name.text;
  const groups = s.rows.filter((r) => r.of === "raters").flatMap((r) => r.entries.map((e) => e.name?.text));
  return s.rows.flatMap((row) => {
    if (row.of !== "quorum" && row.of !== "valid-share") return [];
    return row.entries.map((entry) => {
      const { name } = entry;
      const share = entry.value !== undefined && isShare(entry.value, provisions);
      if (row.of === "valid-share") {
        const base = name ? VOTE_BASES.get(name.text) : "收回票数";
        if (!base) return { row, wrong: name! };
        return { row, entry, counted: `${ballot}·有效票数`, outOf: share ? `${ballot}·${base}` : null };
      }
      if (name && !groups.includes(name.text)) return { row, wrong: name };
      const of = `${ballot}·${name?.text ?? ""}`;
      return { row, entry, counted: `${of}到会人数`, outOf: share ? `${of}应到人数` : null };
    });
  });
}

/** Whether a figure is a share: 80%, 2/3, or an open value that is one. */
export function isShare(e: ast.Expression, provisions: readonly Provision[]): boolean {
  if (e.kind === "number")
    return e.unit === undefined ? !/^\d+$/.test(e.text) : e.unit === "%" || e.unit === "‰";
  const name =
    e.kind === "path" && e.segments.length === 1
      ? e.segments[0]!.text
      : e.kind === "call"
        ? e.callee.text
        : null;
  return provisions.some(({ statement: s }) => {
    if (s.kind !== "parameter" || !s.names.some((n) => n.text === name)) return false;
    if (s.type.kind === "range-type") return isShare(s.type.high, []);
    return s.type.kind === "named-type" && (s.type.name.text === "百分比" || s.type.name.text === "%");
  });
}

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
      for (const field of countsOf(s, provisions)) add(p, s.name, field);
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

/** The counts that the requirements of a vote look at, each once. */
function countsOf(s: ast.Ballot, provisions: readonly Provision[]): ast.Field[] {
  const fields = new Map<string, ast.Field>();
  const { span } = s.name;
  for (const r of voteRequirements(s, provisions)) {
    if ("wrong" in r) continue;
    const unit = r.row.of === "quorum" ? "人" : "票";
    for (const name of [r.counted, ...(r.outOf === null ? [] : [r.outOf])])
      fields.set(name, {
        kind: "field",
        span,
        name: named(s.name, name),
        type: { kind: "named-type", span, name: named(s.name, unit) },
        attributes: [],
      });
  }
  return [...fields.values()];
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
