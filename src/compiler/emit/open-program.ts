/** The open program: cells, figures, amounts and defaults as functions over open values. */

import type { OpenProgram } from "../../runtime/abi.ts";
import { childrenOf } from "../ir/children.ts";
import type { Cell, Expr, Field, GradeBody, Measure, Shift } from "../ir/ir.ts";
import { type Code, data, integer, joined, js, truth } from "./fragments.ts";
import { daysOf, type OpenScope, openExpression } from "./open-expressions.ts";
import { NOWHERE, type Places } from "./places.ts";
import { bandsOf, type Figures } from "./tables-from-ir.ts";

type Hoist = (code: Code) => Code;

/** The properties of the open program, each made when it is asked for. */
export type OpenPieces = Readonly<Record<keyof OpenProgram, () => Code>>;

export function openPieces(
  measure: Measure,
  figures: Figures,
  hoist: Hoist,
  constants: Hoist,
  places: Places = NOWHERE,
): OpenPieces {
  const scope = (kind: number, list: number | null, cite: number | null): OpenScope => ({
    measure,
    kind,
    list,
    row: js`r`,
    cite: cite === null ? "" : (measure.citations[cite]?.text ?? ""),
    past: null,
    hoist,
    constants,
  });
  const row = (expr: Expr, s: OpenScope): Code => js`(r, q, x) => ${openExpression(expr, s)}`;
  const free = (expr: Expr | null): Code =>
    expr === null ? js`null` : js`(x) => ${openExpression(expr, scope(0, null, null))}`;

  const evaluator = (cell: Cell): Code => {
    switch (cell.body.kind) {
      case "expression":
        return js`${places.cell(cell)}${row(cell.body.expr, scope(cell.subject, null, cell.cite))}`;
      case "grade":
        return js`${places.cell(cell)}${grade(cell.body, measure, hoist)}`;
      case "placement":
      case "population":
        return js`null`;
    }
  };
  const defaults = (fields: readonly Field[]): Code =>
    js`[${fields.map((f) => js`${f.default === null ? js`` : places.field(f)}${free(f.default)}`)}]`;
  return {
    cells: () => js`[${joined(measure.cells.map(evaluator), ", ")}]`,
    figures: () =>
      js`[${figures.exprs.map(({ expr, kind, cite, days }) => {
        const at = scope(kind, null, cite);
        const code = days !== undefined && expr.op === "aggregate" ? daysOf(expr, days, at) : row(expr, at);
        return js`${places.figure(expr, cite)}${code}`;
      })}]`,
    bandArguments: () =>
      js`[${measure.cells.map((cell) => {
        const bands = bandsOf(cell.body);
        return bands
          ? js`${places.cell(cell)}${row(bands.arg, scope(cell.subject, null, cell.cite))}`
          : js`null`;
      })}]`,
    amounts: () =>
      js`[${measure.cells.map((cell) =>
        cell.body.kind === "placement"
          ? js`${places.cell(cell)}[${cell.body.rows.map((r) => js`${places.row(r.span)}[${free(r.amount)}, ${free(r.share?.base === "everyone" ? null : (r.share?.base ?? null))}]`)}]`
          : js`null`,
      )}]`,
    parameters: () => js`[${measure.parameters.map((p) => js`${places.parameter(p)}${free(p.value)}`)}]`,
    parameterOrder: () => js`[${parameterOrder(measure).map(integer)}]`,
    subjectDefaults: () => js`[${measure.subjects.map((s) => defaults(s.fields))}]`,
    recordDefaults: () => js`[${measure.records.map((r) => defaults(r.fields))}]`,
  };
}

/** What every evaluation needs of the open program. */
export const openSettings = (p: OpenPieces): Code => js`{
amounts: ${p.amounts()},
parameters: ${p.parameters()},
parameterOrder: ${p.parameterOrder()},
subjectDefaults: ${p.subjectDefaults()},
recordDefaults: ${p.recordDefaults()}
}`;

/** What something undetermined needs, and reports. */
export const openFormulas = (p: OpenPieces): Code => js`{
cells: ${p.cells()},
figures: ${p.figures()},
bandArguments: ${p.bandArguments()}
}`;

export function openProgram(p: OpenPieces): Code {
  const [cells, bandArguments, amounts] = [p.cells(), p.bandArguments(), p.amounts()];
  return js`{
cells: ${cells},
figures: ${p.figures()},
bandArguments: ${bandArguments},
amounts: ${amounts},
parameters: ${p.parameters()},
parameterOrder: ${p.parameterOrder()},
subjectDefaults: ${p.subjectDefaults()},
recordDefaults: ${p.recordDefaults()}
}`;
}

/** Each parameter after those its value uses. */
function parameterOrder(measure: Measure): number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (index: number): void => {
    if (seen.has(index)) return;
    seen.add(index);
    const within = (expr: Expr): void => {
      if (expr.op === "parameter") visit(expr.parameter);
      for (const part of childrenOf(expr)) within(part);
    };
    const { value } = measure.parameters[index]!;
    if (value !== null) within(value);
    order.push(index);
  };
  for (const index of measure.parameters.keys()) visit(index);
  return order;
}

function grade(body: GradeBody, measure: Measure, hoist: Hoist): Code {
  const of = (id: number): Code => js`r.c[${integer(id)}]`;
  const best = measure.enumerations[body.enumeration]!.members.length - 1;
  const bases = body.bases.map((b) => js`[${b.guard === null ? truth(true) : of(b.guard)}, ${of(b.value)}]`);
  const effects: Code[] = [];
  const ordered: { readonly when: number }[] = [];
  const shifts = (list: readonly Shift[], up: boolean): void => {
    const sorted = list.toSorted((a, b) =>
      up ? (a.limit ?? best) - (b.limit ?? best) : (b.limit ?? 0) - (a.limit ?? 0),
    );
    ordered.push(...sorted);
    for (const s of sorted)
      effects.push(
        js`R.${up ? js`raise` : js`reduce`}(${of(s.when)}, ${integer(s.steps)}, ${integer(s.limit ?? (up ? best : 0))})`,
      );
  };
  shifts(body.raises, true);
  shifts(body.reductions, false);
  for (const f of body.floors) effects.push(js`R.floorAt(${of(f.when)}, ${integer(f.grade)})`);
  for (const c of body.ceilings) effects.push(js`R.ceilingAt(${of(c.when)}, ${integer(c.grade)})`);
  ordered.push(...body.floors, ...body.ceilings);
  shifts(body.after, false);
  const out = body.notAssessed.map((n) => of(n.when));
  const conditions = [...body.notAssessed, ...ordered].map((e) => e.when);
  return js`(r, q, x) => R.grade([${bases}], [${out}], [${effects}]${rankings(body, conditions, measure, hoist)})`;
}

/** What the runtime has to know of a base that is a ranking; nothing where no effect asks the same as the ranking. */
function rankings(body: GradeBody, conditions: readonly number[], measure: Measure, hoist: Hoist): Code {
  const apart = body.bases.flatMap(({ value, pool }, base) => {
    const placement = measure.cells[value]!.body;
    if (placement.kind !== "placement") return [];
    const places = (of: readonly number[]): number[] =>
      conditions.flatMap((when, at) => (of.includes(when) ? [at] : []));
    // A ceiling that only the ranking knows leaves all of its grades possible.
    if (placement.ceilings.some((c) => !conditions.includes(c.when))) return [];
    const ceilings = placement.ceilings.flatMap((c) => places([c.when]).map((at) => [at, c.grade]));
    const [outside, inside] = [places(pool?.outside ?? []), places(pool?.inside ?? [])];
    return ceilings.length + outside.length + inside.length > 0
      ? [{ base, outside, inside, ceilings, rest: placement.rest ?? -1 }]
      : [];
  });
  return apart.length > 0 ? js`, ${hoist(data(apart))}` : js``;
}
