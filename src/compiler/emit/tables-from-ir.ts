/** The tables of a measure: what the runtime needs to know besides the code, as plain data. */
import type * as abi from "../../runtime/abi.ts";
import type { Rational } from "../../runtime/rational.ts";
import type { Atom, Cell, Expr, Field, GradeBody, Measure, Shift, Target, Type } from "../ir/ir.ts";
import { type Holding, holdingOf, limitOf, repOf, type Shape, shapeOf } from "./represent.ts";
import type { Usage } from "./walk.ts";

/** Collects the expressions that reports evaluate, and their indexes in `OpenProgram.figures`. */
export class Figures {
  readonly exprs: {
    readonly expr: Expr;
    readonly kind: number;
    readonly cite: number;
    /** Not the aggregate itself is asked for, but this date of its records. */
    readonly days?: number;
  }[] = [];
  add(expr: Expr, kind: number, cite: number): number {
    return this.exprs.push({ expr, kind, cite }) - 1;
  }
  addDays(expr: Expr, kind: number, cite: number, days: number): number {
    return this.exprs.push({ expr, kind, cite, days }) - 1;
  }
}

const rationalText = (r: Rational): string => `${r.num}/${r.den}`;
const end = (r: Rational | null): string | null => r && rationalText(r);

function typeTable(
  type: Type,
  held?: { readonly shape: Shape; readonly held: Holding } | null,
): abi.TypeTable {
  if (type.kind !== "number") return type.kind === "truth" ? { kind: "truth" } : { ...type };
  const holding = held?.held ?? holdingOf(shapeOf(type));
  return {
    kind: "number",
    low: end(type.low),
    high: end(type.high),
    step: end(type.step),
    unit: type.display.unit,
    factor: rationalText(type.display.factor),
    rep: repOf(holding, held ? null : limitOf(type)),
  };
}

const fieldTable = (field: Field, used: boolean): abi.FieldTable => ({
  name: field.name,
  alias: field.alias,
  optional: field.optional,
  asFraction: field.asFraction,
  hasDefault: field.default !== null,
  used,
  ...(field.applies !== undefined && { applies: field.applies }),
  ...(field.derived && { derived: field.derived }),
  ...(field.yearly && { yearly: field.yearly }),
  type: field.type.kind === "list" ? { ...field.type } : typeTable(field.type),
});

/** Raises from the lowest limit up, reductions from the highest down: so clauses commute. */
function ordered(shifts: readonly Shift[], direction: 1 | -1, last: number): readonly Shift[] {
  return shifts.toSorted((a, b) => direction * ((a.limit ?? last) - (b.limit ?? last)));
}

/** The bands of a cell, also where they stand behind the question whether their figure applies. */
export function bandsOf(body: Cell["body"]): (Expr & { readonly op: "bands" }) | null {
  if (body.kind !== "expression") return null;
  const { expr } = body;
  if (expr.op === "bands") return expr;
  return expr.op === "if" && expr.condition.op === "field" && expr.then.op === "bands" ? expr.then : null;
}

/** Of a fact that may not apply, the truth that it does. */
function appliesTo(measure: Measure, e: Expr, kind: number): Expr | null {
  if (e.op === "field" && e.of === "subject") {
    const field = measure.subjects[kind]!.fields[e.field]!.applies;
    return field === undefined ? null : { ...e, type: { kind: "truth" }, field };
  }
  if (e.op !== "via") return null;
  const link = measure.subjects[kind]!.fields[e.link]!.type;
  const target = link.kind === "link" ? appliesTo(measure, e.target, link.subject) : null;
  return target && { ...e, type: target.type, target };
}

/** The figure of a report: its value, and whether there is one at all. */
function figure(
  measure: Measure,
  figures: Figures,
  value: Expr,
  kind: number,
  cite: number,
): Pick<abi.AtomTable, "type" | "figure" | "applies"> {
  const applies = appliesTo(measure, value, kind);
  return {
    type: typeTable(value.type),
    figure: figures.add(value, kind, cite),
    ...(applies && { applies: figures.add(applies, kind, cite) }),
  };
}

/** The value a base looks at: what is banded (before rounding) or ranked, where it has a name to show. */
function lookedAt(measure: Measure, value: number): { readonly name: string; readonly expr: Expr } | null {
  const { body, subject } = measure.cells[value]!;
  let expr: Expr | null = null;
  if (body.kind === "placement")
    expr = { op: "cell", type: measure.cells[body.score]!.type, of: "subject", cell: body.score };
  else expr = bandsOf(body)?.arg ?? null;
  if (expr?.op === "round") expr = expr.arg;
  // Behind a ranking in which some are put last stands the score that they were given.
  if (body.kind === "placement" && expr?.op === "cell") {
    const ranked = measure.cells[expr.cell]!;
    if (ranked.name === null && ranked.body.kind === "expression" && ranked.body.expr.op === "if")
      expr = ranked.body.expr.otherwise;
  }
  if (expr?.op === "cell") {
    const cell = measure.cells[expr.cell]!;
    return { name: cell.name ?? cell.text, expr };
  }
  return expr?.op === "field" ? { name: measure.subjects[subject]!.fields[expr.field]!.name, expr } : null;
}

function gradeTable(body: GradeBody, measure: Measure, kind: number, figures: Figures): abi.GradeTable {
  const best = measure.enumerations[body.enumeration]!.members.length - 1;
  return {
    enumeration: body.enumeration,
    bases: body.bases.map((b) => {
      const looked = lookedAt(measure, b.value);
      return {
        ...b,
        figures: looked
          ? [{ name: looked.name, ...figure(measure, figures, looked.expr, kind, b.cite) }]
          : [],
      };
    }),
    notAssessed: body.notAssessed,
    raises: ordered(body.raises, 1, best),
    reductions: ordered(body.reductions, -1, 0),
    floors: body.floors,
    ceilings: body.ceilings,
    after: ordered(body.after, -1, 0),
  };
}

function cellTable(
  cell: Cell,
  measure: Measure,
  held: { readonly shape: Shape; readonly held: Holding } | null,
  figures: Figures,
): abi.CellTable {
  const { body } = cell;
  const bands = bandsOf(body);
  return {
    name: cell.name,
    text: cell.text,
    subject: cell.subject,
    type: typeTable(cell.type, held),
    cite: cell.cite,
    stratum: cell.stratum,
    grade: body.kind === "grade" ? gradeTable(body, measure, cell.subject, figures) : null,
    placement:
      body.kind !== "placement"
        ? null
        : {
            enumeration: body.enumeration,
            score: body.score,
            order: body.order,
            tieBreak: body.tieBreak,
            ties: body.ties,
            pool: body.pool,
            groups: body.groups,
            ceilings: body.ceilings,
            rows: body.rows.map((r) => ({
              end: r.end,
              grade: r.grade,
              cite: r.cite,
              text: r.text,
              rounding: r.share?.rounding ?? null,
              ...(r.share?.base === "everyone" && { everyone: true as const }),
              ...(r.amount.op === "parameter" && {
                figures: [
                  {
                    name: measure.parameters[r.amount.parameter]!.name,
                    ...figure(measure, figures, r.amount, cell.subject, r.cite),
                  },
                ],
              }),
            })),
            rest: body.rest,
          },
    population:
      body.kind !== "population"
        ? null
        : {
            fn: body.fn,
            operand: body.operand,
            order: body.order,
            tieBreak: body.tieBreak,
            ties: body.ties,
            pool: body.pool,
            groups: body.groups,
          },
    bands:
      bands?.rows.map((r) => ({
        low: r.low && { value: rationalText(r.low.value), included: r.low.included },
        high: r.high && { value: rationalText(r.high.value), included: r.high.included },
        cite: r.cite,
        text: r.text,
      })) ?? null,
    ...(bands?.otherwise && { bandRest: true }),
    ...(body.kind === "expression" && outOf(body.expr).length > 0 && { out: outOf(body.expr) }),
  };
}

/** The truth cells with which a figure is out of its total. */
function outOf(e: Expr): number[] {
  return e.op === "if" && e.out ? [...cellsIn(e.condition), ...outOf(e.otherwise)] : [];
}

const cellsIn = (e: Expr): number[] =>
  e.op === "or" ? e.args.flatMap(cellsIn) : e.op === "cell" ? [e.cell] : [];

/** Are rows of the kind set against each other? */
const isCompared = (measure: Measure, kind: number): boolean =>
  measure.cells.some(
    (c) => c.subject === kind && (c.body.kind === "placement" || c.body.kind === "population"),
  );

function targetTable(target: Target, kind: number, cite: number, figures: Figures): abi.TargetTable {
  if (target.kind !== "party") return target;
  const { holder, ...party } = target;
  if (!holder) return party;
  switch (holder.when) {
    case "end":
    case "any":
      return { ...party, holder: { when: holder.when } };
    case "day":
      return { ...party, holder: { when: "days", days: figures.add(holder.day, kind, cite) } };
    case "records": {
      const days = figures.addDays(holder.of, kind, cite, holder.date);
      return { ...party, holder: { when: "days", days } };
    }
  }
}

/** The tables; `cells` is what the strict emitter found out about numeric cells. */
export function tablesFromIr(
  measure: Measure,
  usage: Usage,
  cells: readonly ({ readonly shape: Shape; readonly held: Holding } | null)[],
  figures: Figures,
): abi.Tables {
  const atoms = (list: readonly Atom[], kind: number, cite: number): abi.AtomTable[] =>
    list.map((a) => ({
      holds: a.holds,
      name: a.name,
      test: a.test,
      ...figure(measure, figures, a.value, kind, cite),
    }));
  const clauses = measure.clauses.map((c) => ({
    cite: c.cite,
    subject: c.subject,
    when: c.when,
    effect: c.effect,
    reasons: c.reasons.map((r) => ({
      cite: r.cite,
      holds: r.holds,
      text: r.text,
      atoms: atoms(r.atoms, c.subject, r.cite),
    })),
  }));
  return {
    abi: 1,
    language: measure.language,
    measure: { name: measure.name, title: measure.title, documentNumber: measure.documentNumber },
    period: measure.period,
    citations: measure.citations.map((c) => ({
      ...{ text: c.text, path: c.path, title: c.title },
      ...(c.layer && { layer: c.layer }),
    })),
    enumerations: measure.enumerations,
    parameters: measure.parameters.map((p, i) => ({
      name: p.name,
      type: typeTable(p.type),
      ...(p.above !== null && { above: p.above }),
      cite: p.cite,
      used: usage.parameters.has(i),
    })),
    actions: measure.actions.map(({ name, category, polarity, absorbedBy }) => ({
      name,
      category,
      polarity,
      absorbedBy,
    })),
    records: measure.records.map((r, kind) => ({
      name: r.name,
      fields: r.fields.map((f, i) => fieldTable(f, usage.record[kind]!.has(i))),
    })),
    subjects: measure.subjects.map((s, kind) => ({
      name: s.name,
      key: s.key,
      fields: s.fields.map((f, i) => fieldTable(f, usage.subject[kind]!.has(i))),
      ...(s.of && { of: { ...s.of, compared: isCompared(measure, kind) } }),
    })),
    cells: measure.cells.map((cell, id) => cellTable(cell, measure, cells[id]!, figures)),
    clauses,
    consequences: measure.consequences.map((q) => {
      const kind = measure.clauses[q.clause]!.subject;
      return {
        clause: q.clause,
        cite: q.cite,
        target: targetTable(q.target, kind, q.cite, figures),
        actions: q.actions.map(({ action, argument }) => ({
          action,
          argument:
            argument === null
              ? null
              : argument.kind === "value"
                ? {
                    kind: "value" as const,
                    figure: figures.add(argument.expr, kind, q.cite),
                    type: typeTable(argument.expr.type),
                  }
                : {
                    kind: "period" as const,
                    years: argument.years,
                    months: argument.months,
                    days: argument.days,
                    from: argument.from && figures.add(argument.from, kind, q.cite),
                    text: argument.text,
                  },
        })),
        modality: q.modality,
        by: q.by,
        combine: q.combine,
        ...(q.repeat && { repeat: q.repeat }),
        mitigations: q.mitigations,
        spares: q.spares,
      };
    }),
    requirements: measure.requirements.map((r) => ({
      cite: r.cite,
      subject: r.subject,
      polarity: r.polarity,
      when: r.when,
      holds: r.holds,
      atoms: atoms(r.atoms, r.subject, r.cite),
      text: r.text,
    })),
    strata: measure.cells.reduce((most, c) => Math.max(most, c.stratum + 1), 0),
  };
}
