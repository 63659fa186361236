/** Tables of bands, the bases of a grade and its scale: gaps, overlaps, rows and grades that nobody gets. */
import { childrenOf } from "../../compiler/ir/children.ts";
import type * as ir from "../../compiler/ir/ir.ts";
import { all, any, holds, not, type Property } from "./property.ts";

type Bands = Extract<ir.Expr, { op: "bands" }>;

export function tableProperties(measure: ir.Measure): Property[] {
  const found: Property[] = [];
  for (const cell of measure.cells) {
    if (measure.subjects[cell.subject]!.of) continue;
    if (cell.body.kind === "grade") found.push(...basesOf(measure, cell, cell.body));
    if (cell.body.kind === "expression")
      for (const bands of bandsIn(cell.body.expr)) found.push(...rowsOf(measure, cell, bands));
  }
  return found;
}

/** Tables of the subject itself; what stands in its records or behind a link has another subject. */
function bandsIn(e: ir.Expr): readonly Bands[] {
  if (e.op === "via" || e.op === "aggregate" || e.op === "past") return [];
  if (e.op === "run" || e.op === "run-length" || e.op === "over-years") return [];
  const own = e.op === "bands" && e.arg.type.kind === "number" ? [e] : [];
  return [...own, ...childrenOf(e).flatMap(bandsIn)];
}

function rowsOf(measure: ir.Measure, cell: ir.Cell, bands: Bands): Property[] {
  const cite = (row: ir.Band) => measure.citations[row.cite]!.text;
  const inside = bands.rows.map((row) => insideOf(bands, row));
  const about = { span: cell.span } as const;
  const found: Property[] = bands.rows.map((row, i) => ({
    name: "dead",
    kind: cell.subject,
    wanted: "some",
    truth: inside[i]!,
    about: { ...about, what: "row", cites: [cite(row)], text: row.text },
  }));
  const cites = [...new Set(bands.rows.map(cite))];
  const table = { ...about, what: "table", cites, text: cell.name ?? bands.rows[0]?.text ?? "" } as const;
  if (bands.otherwise === null && bands.rows.length > 0)
    found.push({
      name: "gap",
      kind: cell.subject,
      wanted: "none",
      truth: not(any(inside)),
      about: table,
    });
  const pairs = inside.flatMap((x, i) => inside.slice(i + 1).map((y) => all([x, y])));
  if (pairs.length > 0)
    found.push({ name: "overlap", kind: cell.subject, wanted: "none", truth: any(pairs), about: table });
  return found;
}

function insideOf({ arg }: Bands, { low, high }: ir.Band): ir.Expr {
  const type: ir.Type = { kind: "truth" };
  const ends: ir.Expr[] = [];
  const end = (bound: NonNullable<ir.Band["low"]>, cmp: ">" | "<") =>
    ends.push({
      op: "compare",
      type,
      cmp: bound.included ? `${cmp}=` : cmp,
      left: arg,
      right: { op: "number", type: arg.type as ir.NumberType, value: bound.value },
    });
  if (low) end(low, ">");
  if (high) end(high, "<");
  return ends.length === 0 ? { op: "truth", type, value: true } : all(ends);
}

function basesOf(measure: ir.Measure, cell: ir.Cell, body: ir.GradeBody): Property[] {
  const { members } = measure.enumerations[body.enumeration]!;
  const own = measure.citations[cell.cite]!.text;
  const base = { kind: cell.subject } as const;
  const at = { cites: [own], span: cell.span } as const;
  const name = cell.name ?? cell.text;
  const found: Property[] = members.map((m, value) => ({
    ...base,
    name: "dead",
    wanted: "some",
    truth: {
      op: "compare",
      type: { kind: "truth" },
      cmp: "==",
      left: holds(measure, cell.id),
      right: { op: "member", type: cell.type, value },
    },
    about: { ...at, what: "grade", text: `${name} ${m}` },
  }));
  const guarded = body.bases.flatMap((b) => (b.guard === null ? [] : [{ ...b, guard: b.guard }]));
  const guards = guarded.map((b) => holds(measure, b.guard));
  for (const [i, b] of guarded.entries()) {
    const { text, span } = measure.cells[b.guard]!;
    const cites = [measure.citations[b.cite]!.text];
    found.push({
      ...base,
      name: "dead",
      wanted: "some",
      truth: guards[i]!,
      about: { cites, span, what: "base", text },
    });
  }
  const bases = { ...at, what: "base", text: name } as const;
  const without = body.notAssessed.map((n) => not(holds(measure, n.when)));
  if (guards.length > 0 && guards.length === body.bases.length)
    found.push({
      ...base,
      name: "gap",
      wanted: "none",
      truth: all([not(any(guards)), ...without]),
      about: bases,
    });
  const pairs = guards.flatMap((x, i) => guards.slice(i + 1).map((y) => all([x, y])));
  if (pairs.length > 0)
    found.push({ ...base, name: "overlap", wanted: "none", truth: any(pairs), about: bases });
  return found;
}
