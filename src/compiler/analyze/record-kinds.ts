import type * as ast from "../../parser/ast.ts";
import { walk } from "../../parser/children.ts";
import { rational } from "../../runtime/rational.ts";
import type * as ir from "../ir/ir.ts";
import type { FieldSymbol, KindSymbol, Provision, RecordSymbol } from "./model.ts";
import { numberType } from "./ranges.ts";

/**
 * Records that rules are about (`每份 考核表: …`). A list of them becomes a kind of subject whose rows are the
 * records of all its subjects; so bands, ranks, ceilings, points, consequences and all else are for records what
 * they are for subjects.
 */

/** Periods in a year by how often a record is due. */
const PERIODS: Readonly<Record<ir.ListType["frequency"], number>> = {
  month: 12,
  quarter: 4,
  "half-year": 2,
  year: 1,
  many: 0,
};

/** The kinds that the rules for records need, to stand behind the declared kinds. */
export function recordKinds(
  kinds: readonly KindSymbol[],
  records: readonly RecordSymbol[],
  provisions: readonly Provision[],
  file: ast.MeasureFile,
): KindSymbol[] {
  const ruled = new Set(provisions.map((p) => p.scoping.record?.text));
  const followed = linksFollowed(records, file);
  const found: KindSymbol[] = [];
  for (const owner of kinds)
    for (const list of owner.fields) {
      const record = list.type?.kind === "list" ? records[list.type.record] : undefined;
      if (record && (ruled.has(record.name) || followed.has(record)))
        found.push(recordKind(kinds.length + found.length, owner, list, record));
    }
  return found;
}

/** Records of which a link is followed (走访村.得分): what is seen through it is a value of each record. */
function linksFollowed(records: readonly RecordSymbol[], file: ast.MeasureFile): ReadonlySet<RecordSymbol> {
  const linked = records.filter((r) => r.fields.some((f) => f.type?.kind === "link"));
  const found = new Set<RecordSymbol>();
  if (linked.length === 0) return found;
  walk(file, (node) => {
    if (node.kind === "path")
      for (const segment of node.segments.slice(0, -1))
        for (const r of linked) if (r.fieldByName.get(segment.text)?.type?.kind === "link") found.add(r);
    return true;
  });
  return found;
}

/** A list of records as a kind of subject. */
export function recordKind(
  index: number,
  owner: KindSymbol,
  list: FieldSymbol,
  record: RecordSymbol,
): KindSymbol {
  const type = list.type as ir.ListType;
  const most = PERIODS[type.frequency];
  // A column of that name is the author's own, and then nothing tells the periods.
  const periodic = most > 0 && !record.fieldByName.has(PERIOD);
  const fields: FieldSymbol[] = [...record.fields];
  const add = (name: string, of: ir.Type): number => {
    const { span } = list.node;
    const node: ast.Field = {
      kind: "field",
      span,
      name: { kind: "name", span, text: name },
      type: { kind: "named-type", span, name: { kind: "name", span, text: "文字" } },
      attributes: [],
    };
    return fields.push({ name, index: fields.length, node, type: of, derived: true }) - 1;
  };
  const key = add("·标识", { kind: "text" });
  const link = add("·所属", { kind: "link", subject: owner.index });
  const period = periodic
    ? add("·期", numberType(undefined, rational(1), rational(most), rational(1)))
    : null;
  return {
    index,
    name: `${owner.name}·${list.name}`,
    node: owner.node,
    fields,
    fieldByName: record.fieldByName,
    key,
    inverses: new Map(),
    of: { subject: owner.index, list: list.index, owner: link, period, record: record.index },
  };
}

/** The key under which a record names its period. */
const PERIOD = "期";

/** The kind of the records of a list; undefined when no rule is about them. */
export const kindOfRecords = (
  kinds: readonly KindSymbol[],
  subject: number,
  list: number,
): KindSymbol | undefined => kinds.find((k) => k.of?.subject === subject && k.of.list === list);

/** Can a sentence be about each record? Declarations, procedures and votes are about the measure or its subjects. */
export function isForRecords(s: ast.Statement): boolean {
  switch (s.kind) {
    case "definition":
    case "indicator":
    case "indicator-group":
    case "band-choice":
    case "rank-choice":
    case "case-choice":
    case "decision-table":
    case "ladder":
    case "staged-ladder":
    case "conditional":
    case "per-occurrence":
    case "requirement":
    case "bare-condition":
    case "declaratory":
    case "note":
    case "scoped":
    case "for-each-record":
      return true;
    case "assertion":
    case "measure":
    case "text-declaration":
    case "issuers":
    case "date-declaration":
    case "period":
    case "general-rule":
    case "acceptance":
    case "parameter":
    case "action-declaration":
    case "subject":
    case "record":
    case "scale":
    case "ballot":
    case "procedure":
    case "draw":
    case "set-parameter":
    case "amend":
    case "delete":
    case "insert":
      return false;
  }
}
