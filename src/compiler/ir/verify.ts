import { usesOfBody, usesOfExpr } from "../analyze/uses.ts";
import { childrenOf } from "./children.ts";
import type * as ir from "./ir.ts";

/**
 * Checks the invariants that ir.ts states, on any measure. An empty list means it keeps them all. Emitters
 * and the oracle rely on these; every test case is verified.
 */
export function verify(measure: ir.Measure): string[] {
  const faults: string[] = [];
  const fault = (where: string, what: string) => faults.push(`${where}: ${what}`);
  const { cells } = measure;

  for (const [index, cell] of cells.entries()) {
    const where = `cell ${index} (${cell.name ?? cell.text})`;
    if (cell.id !== index) fault(where, `has id ${cell.id}`);
    const before = cells[index - 1];
    if (before && before.stratum > cell.stratum) fault(where, "stands before a lower stratum");
    const { same, across } = usesOfBody(cell.body);
    for (const id of same) {
      const used = cells[id];
      if (!used) fault(where, `uses cell ${id}, which does not exist`);
      else if (id >= index) fault(where, `uses the later cell ${id}`);
      else if (used.subject !== cell.subject) fault(where, `uses cell ${id} of another kind of subject`);
    }
    for (const id of across) {
      const used = cells[id];
      if (!used) fault(where, `looks across at cell ${id}, which does not exist`);
      else if (used.stratum >= cell.stratum) fault(where, `looks across at cell ${id} of the same stratum`);
    }
    if (cell.body.kind === "grade") checkPools(cell.body, where);
    if (cell.type.kind === "links") fault(where, "is several subjects");
    checkTypes(cell, where);
  }

  for (const { name, fields } of measure.records)
    if (fields.some((f) => f.type.kind === "links")) fault(`record ${name}`, "has links to several subjects");

  for (const clause of measure.clauses) {
    const where = `clause ${clause.id}`;
    truth(where, clause.when);
    for (const r of clause.reasons) {
      truth(where, r.holds);
      for (const a of r.atoms) atom(where, a);
    }
  }
  for (const cell of cells) {
    const period = measure.subjects[cell.subject]?.of?.period;
    const { body } = cell;
    if (period === undefined || (body.kind !== "placement" && body.kind !== "population")) continue;
    const first = cells[body.groups[0] ?? -1]?.body;
    const by = first?.kind === "expression" && first.expr.op === "field" ? first.expr.field : null;
    if (period === null || by !== period) fault(`cell ${cell.id}`, "compares records of several periods");
  }
  for (const c of measure.consequences) {
    const kind = measure.clauses[c.clause]?.subject;
    if (c.target.kind === "self" && kind !== undefined && measure.subjects[kind]?.of)
      fault(`consequence of clause ${c.clause}`, "is aimed at a record");
    if (!measure.clauses[c.clause]) fault(`consequence of clause ${c.clause}`, "the clause does not exist");
    for (const a of c.actions)
      if (!measure.actions[a.action]) fault(`consequence of clause ${c.clause}`, "the action does not exist");
  }
  for (const r of measure.requirements) {
    truth(`requirement ${r.text}`, r.holds);
    for (const a of r.atoms) atom(`requirement ${r.text}`, a);
  }
  for (const a of measure.assertions)
    for (const e of [a.when, a.holds]) {
      if (e === null) continue;
      if (e.type.kind !== "truth") fault(`assertion ${a.text}`, "is no condition");
      for (const id of usesOfExpr(e).same)
        if (cells[id]?.subject !== a.subject) fault(`assertion ${a.text}`, `uses cell ${id}`);
    }
  return faults;

  function truth(where: string, id: number): void {
    if (cells[id]?.type.kind !== "truth") fault(where, `cell ${id} is not a truth cell`);
  }

  function atom(where: string, a: ir.Atom): void {
    truth(where, a.holds);
    const { op } = a.value;
    if (op !== "field" && op !== "cell" && op !== "parameter" && op !== "via")
      fault(where, `an atom looks at ${op}`);
    for (const id of usesOfExpr(a.value).same) if (!cells[id]) fault(where, `an atom looks at cell ${id}`);
  }

  function checkPools(body: ir.GradeBody, where: string): void {
    const { notAssessed, raises, reductions, floors, ceilings, after } = body;
    const conditions = [notAssessed, raises, reductions, floors, ceilings, after].flatMap((of) =>
      of.map((e) => e.when),
    );
    for (const { value, pool } of body.bases) {
      if (pool === undefined) continue;
      const ranking = cells[value]?.body;
      if (ranking?.kind !== "placement" || ranking.pool === null) fault(where, "knows a pool of no ranking");
      for (const id of [...pool.outside, ...pool.inside])
        if (!conditions.includes(id)) fault(where, `cell ${id} is no condition of its effects`);
    }
  }

  function checkLinked(e: Extract<ir.Expr, { op: "linked" }>, cell: ir.Cell, where: string): void {
    const owner = e.over.how === "field" ? cell.subject : e.over.subject;
    const type = measure.subjects[owner]?.fields[e.over.field]?.type;
    if (type?.kind !== "links" && !(type?.kind === "link" && e.over.how === "inverse")) {
      fault(where, "goes over what is no link");
      return;
    }
    if (e.over.how === "inverse" && type.subject !== cell.subject)
      fault(where, "is not what the link leads to");
    if ((e.fn === "count") !== (e.value === null)) fault(where, `${e.fn} of linked subjects`);
    const kind = e.over.how === "field" ? type.subject : owner;
    if (e.where !== null) truth(where, e.where);
    if (e.value !== null && cells[e.value]?.type.kind !== "number")
      fault(where, "takes a figure of no number");
    for (const id of [e.where, e.value])
      if (id !== null && cells[id]?.subject !== kind)
        fault(where, `looks at cell ${id}, which is not of the linked subjects`);
  }

  function checkTypes(cell: ir.Cell, where: string): void {
    if (cell.body.kind === "expression") {
      if (cell.body.expr.type.kind !== cell.type.kind) fault(where, "its type differs from its expression's");
      walk(cell.body.expr);
    } else if (cell.body.kind === "grade" || cell.body.kind === "placement") {
      const body = cell.body;
      const size = measure.enumerations[body.enumeration]?.members.length ?? 0;
      const bounds = body.kind === "grade" ? [...body.floors, ...body.ceilings] : body.ceilings;
      for (const b of bounds) {
        truth(where, b.when);
        if (b.grade < 0 || b.grade >= size) fault(where, `grade ${b.grade} is not on the scale`);
        if (!measure.clauses[b.clause]) fault(where, `clause ${b.clause} does not exist`);
      }
    }
    function walk(e: ir.Expr): void {
      if (
        ["negate", "add", "multiply", "min", "max", "divide", "round", "aggregate"].includes(e.op) &&
        e.type.kind !== "number"
      )
        fault(where, `${e.op} is not a number`);
      if (e.op === "round" && e.step.num <= 0n) fault(where, "rounds to a step that is not positive");
      if (e.op === "at-least" && (e.count < 1 || e.count > e.args.length))
        fault(where, "asks for more than it lists");
      if (e.op === "aggregate") {
        const inner = [e.where, e.value].flatMap((x) => (x === null ? [] : recordCells(x)));
        for (const id of inner) {
          const of = measure.subjects[cells[id]!.subject]?.of;
          if (of?.subject !== cell.subject || of.list !== e.list)
            fault(where, `looks at cell ${id}, which is not of these records`);
        }
        const list = measure.subjects[cell.subject]?.fields[e.list]?.type;
        const bare = e.where !== null && e.value === null && e.window === null && !e.once;
        if (e.fn === "longest-run" && (!bare || list?.kind !== "list" || list.frequency === "many"))
          fault(where, "the longest run of other than a condition on the records of periods");
        if ((e.fn === "longest-run") !== (e.gap !== undefined)) fault(where, `gaps in a ${e.fn}`);
        if (e.window?.kind === "since" && e.window.from.type.kind !== "date")
          fault(where, "since what is no date");
        if (e.window?.kind === "years" && (e.window.first < 0 || e.window.last < e.window.first))
          fault(where, "years out of order");
        if (e.once?.atMost && (e.fn !== "count" || e.once.atMost.count < 1))
          fault(where, `at most so many of a ${e.fn}`);
      }
      if (e.op === "linked") checkLinked(e, cell, where);
      if ((e.op === "past" || e.op === "run" || e.op === "run-length") && e.each) {
        const of = measure.subjects[cell.subject]?.of;
        if (!of || of.period === null) fault(where, "steps through records without periods");
        if (e.arg.op !== "field" && e.arg.op !== "cell") fault(where, "looks at no value of a record");
      }
      if (e.op === "run" && e.length < 2) fault(where, "a run shorter than two");
      if (e.op === "run-length" && e.arg.type.kind !== "truth")
        fault(where, "the length of a run of no condition");
      if (e.op === "over-years") {
        if ((e.arg.type.kind === "truth") !== (e.fn === "count"))
          fault(where, `${e.fn} over years of ${e.arg.type.kind}`);
        if (e.first < 0 || (e.last !== null && e.last < e.first)) fault(where, "years out of order");
        if (e.last === null && e.fn !== "count") fault(where, `${e.fn} over years without end`);
      }
      if (e.op === "days-between" || e.op === "full-years" || e.op === "later") {
        const ends = e.op === "later" ? [e.from] : [e.from, e.to];
        if (ends.some((x) => x.type.kind !== "date")) fault(where, `${e.op} of what is no date`);
      }
      for (const child of childrenOf(e)) walk(child);
    }
  }
}

/** The cells of records that an expression inside an aggregate looks at. */
function recordCells(e: ir.Expr): number[] {
  const own = e.op === "cell" && e.of === "record" ? [e.cell] : [];
  return [...own, ...childrenOf(e).flatMap(recordCells)];
}
