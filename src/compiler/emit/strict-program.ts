/**
 * The strict program: a class per subject kind and per list of records, row functions per stratum, and
 * what the passes over the cohort need. See `StrictProgram` in the runtime's abi.ts.
 */
import type { Rep } from "../../runtime/abi.ts";
import { rational } from "../../runtime/rational.ts";
import type { Cell, GradeBody, Measure, PlacementBody, PopulationBody } from "../ir/ir.ts";
import { type Code, data, integer, joined, js, member, name, truth } from "./fragments.ts";
import { NOWHERE, type Places } from "./places.ts";
import { fits, type Holding, holdingOf, RAT, repeated, repOf, type Shape } from "./represent.ts";
import { Block, type Num, type Scope, Temporaries } from "./strict-block.ts";
import { value } from "./strict-expressions.ts";
import { gradeCode } from "./strict-grade.ts";
import type { Usage } from "./walk.ts";

type Info = Pick<Num, "shape" | "held"> | null;

/** Most members a population can have. */
const MOST = 4294967295n;

export class StrictProgramEmitter {
  /** By cell: how a number is held. */
  readonly cells: Info[] = [];
  private readonly measure: Measure;
  private readonly usage: Usage;
  private readonly hoist: (code: Code) => Code;
  private readonly places: Places;
  /** Row functions by stratum and kind. */
  private readonly rows = new Map<string, Block>();
  private readonly passes: Code[][] = [];

  constructor(measure: Measure, usage: Usage, hoist: (code: Code) => Code, places: Places = NOWHERE) {
    this.places = places;
    this.measure = measure;
    this.usage = usage;
    this.hoist = hoist;
    for (const cell of measure.cells) this.cell(cell);
  }

  // ───────────────────────────────── cells ─────────────────────────────────

  private cell(cell: Cell): void {
    const { body } = cell;
    switch (body.kind) {
      case "expression": {
        const block = this.rowBlock(cell);
        block.mark(this.places.cell(cell));
        const { code, info } = value(body.expr, this.scope(cell), block);
        this.cells[cell.id] = info;
        block.push(js`${member(js`r`, "c", cell.id)} = ${code};`);
        return;
      }
      case "grade":
        this.cells[cell.id] = null;
        this.rowBlock(cell).mark(this.places.cell(cell));
        this.rowBlock(cell).push(this.grade(cell, body));
        return;
      case "placement":
        this.cells[cell.id] = null;
        this.pass(cell, this.placement(cell, body));
        return;
      case "population": {
        const { info, code } = this.population(cell, body);
        this.cells[cell.id] = info;
        this.pass(cell, code);
        return;
      }
    }
  }

  private scope(cell: Cell): Scope {
    return {
      measure: this.measure,
      cells: this.cells,
      kind: cell.subject,
      list: null,
      row: js`r`,
      record: null,
      cite: this.measure.citations[cell.cite]?.text ?? "",
      hoist: this.hoist,
      places: this.places,
    };
  }

  private rowBlock(cell: Cell): Block {
    const key = `${cell.stratum}/${cell.subject}`;
    let block = this.rows.get(key);
    if (!block) {
      block = new Block(new Temporaries());
      this.rows.set(key, block);
    }
    return block;
  }

  private grade(cell: Cell, body: GradeBody): Code {
    const of = (id: number): Code => member(js`r`, "c", id);
    return js`{\n${gradeCode(this.measure, body, of, this.places)}\n${of(cell.id)} = g;\n}`;
  }

  // ──────────────────────────────── passes ────────────────────────────────

  private pass(cell: Cell, code: Code): void {
    let stage = this.passes[cell.stratum];
    if (!stage) {
      stage = [];
      this.passes[cell.stratum] = stage;
    }
    stage.push(js`${this.places.cell(cell)}${code}`);
  }

  private order(id: number, order: "descending" | "ascending"): Code {
    const [a, b] = [member(js`a`, "c", id), member(js`b`, "c", id)];
    const first = order === "descending" ? js`-1` : js`1`;
    const second = order === "descending" ? js`1` : js`-1`;
    if (this.cells[id]?.held.kind === "rat")
      return order === "descending" ? js`R.compare(${b}, ${a})` : js`R.compare(${a}, ${b})`;
    return js`(${a} > ${b} ? ${first} : ${a} < ${b} ? ${second} : 0)`;
  }

  private shared(cell: Cell, body: PlacementBody | PopulationBody, score: number | null): Code[] {
    const slot = (id: number): Code => member(js`r`, "c", id);
    const pool = body.pool === null ? js`null` : js`(r) => ${slot(body.pool)}`;
    let compare = js`null`;
    let key = js`null`;
    if (score !== null) {
      if (body.tieBreak === null && this.cells[score]?.held.kind === "int")
        key = body.order === "descending" ? js`(r) => ${slot(score)}` : js`(r) => -${slot(score)}`;
      const first = this.order(score, body.order);
      compare =
        body.tieBreak === null
          ? js`(a, b) => ${first}`
          : js`(a, b) => ${first} || ${this.order(body.tieBreak.cell, body.tieBreak.order)}`;
    }
    const keys = body.groups.map((g) => this.groupKey(slot(g), g));
    const group =
      keys.length === 0
        ? js`null`
        : keys.length === 1
          ? js`(r) => ${keys[0]!}`
          : js`(r) => JSON.stringify([${keys}])`;
    return [
      js`cell: ${integer(cell.id)}`,
      js`pool: ${pool}`,
      js`group: ${group}`,
      js`compare: ${compare}`,
      js`key: ${key}`,
      js`set: (r, v) => { ${slot(cell.id)} = v; }`,
    ];
  }

  /** Equal for equal values, and something JSON can write. */
  private groupKey(slot: Code, id: number): Code {
    const { type } = this.measure.cells[id]!;
    switch (type.kind) {
      case "number":
        return this.cells[id]!.held.kind === "int" ? js`${slot} + 0` : js`R.keyOf(${slot})`;
      case "party":
        return js`JSON.stringify(${slot})`;
      case "link":
        return js`${slot}.i`;
      case "links":
        throw new Error("links group nothing");
      case "truth":
      case "choice":
      case "text":
      case "date":
        return slot;
    }
  }

  private placement(cell: Cell, body: PlacementBody): Code {
    let ceiling = js`null`;
    if (body.ceilings.length > 0) {
      const strictest = body.ceilings.toSorted((a, b) => a.grade - b.grade);
      ceiling = js`(r) => ${strictest.reduceRight(
        (rest, c) => js`${member(js`r`, "c", c.when)} ? ${integer(c.grade)} : ${rest}`,
        js`R.NO_CEILING`,
      )}`;
    }
    return js`{ ${[
      ...this.shared(cell, body, body.score),
      js`ceiling: ${ceiling}`,
      js`operand: null`,
      js`operandRep: null`,
      js`sumRep: null`,
    ]} }`;
  }

  private population(cell: Cell, body: PopulationBody): { info: Info; code: Code } {
    const counted: Shape = { low: rational(0), high: rational(MOST), step: rational(1) };
    const ranked = body.fn === "rank";
    const operand = body.operand === null || ranked ? null : this.cells[body.operand]!;
    let info: Info = { shape: counted, held: holdingOf(counted) };
    let operandRep: Rep | null = null;
    let sumRep: Rep | null = null;
    if (operand) {
      operandRep = repOf(operand.held);
      const total = repeated(operand.shape, MOST);
      const sum: Holding =
        operand.held.kind === "int" && !fits(total, operand.held.scale)
          ? { kind: "big", scale: operand.held.scale }
          : operand.held;
      sumRep = repOf(sum);
      if (body.fn === "sum") info = { shape: total, held: sum };
      else if (body.fn === "mean") info = { shape: { ...operand.shape, step: null }, held: RAT };
      else if (body.fn !== "count") info = operand;
    }
    const read = operand === null ? js`null` : js`(r) => ${member(js`r`, "c", body.operand!)}`;
    const code = js`{ ${[
      ...this.shared(cell, body, ranked ? body.operand : null),
      js`ceiling: null`,
      js`operand: ${read}`,
      js`operandRep: ${data(operandRep)}`,
      js`sumRep: ${data(sumRep)}`,
    ]} }`;
    return { info, code };
  }

  // ──────────────────────────────── program ────────────────────────────────

  /** Declarations, then the program object. */
  code(): { readonly declarations: readonly Code[]; readonly program: Code } {
    const declarations: Code[] = [];
    for (const [kind, subject] of this.measure.subjects.entries()) {
      for (const [field, f] of subject.fields.entries())
        if (f.type.kind === "list" && this.usage.subject[kind]!.has(field) && !this.hasRows(kind, field))
          declarations.push(this.recordClass(kind, field, f.type.record));
      declarations.push(this.rowClass(kind));
    }
    for (const [key, block] of this.rows) {
      const [stratum, kind] = key.split("/").map(Number) as [number, number];
      declarations.push(
        js`function ${name("stage", stratum, kind)}(r, x) {\n${block.code()}\n${this.places.end}return true;\n}`,
      );
    }
    const kinds = this.measure.subjects.map((_, kind) => kind);
    const strata = this.measure.cells.reduce((most, c) => Math.max(most, c.stratum + 1), 0);
    const stages = Array.from({ length: strata }, (_, s) => {
      const rows = kinds.map((k) => (this.rows.has(`${s}/${k}`) ? name("stage", s, k) : js`null`));
      return js`{ passes: [${this.passes[s] ?? []}], rows: [${rows}] }`;
    });
    const make = kinds.map((k) => js`(f, i, id) => new ${name("Row", k)}(f, i, id)`);
    const read = this.measure.cells.map((c) => {
      const slot = member(js`r`, "c", c.id);
      return c.type.kind === "link" ? js`(r) => ${slot}.i` : js`(r) => ${slot}`;
    });
    const program = js`{
make: [${make}],
link: [${kinds.map((k) => this.linker(k))}],
stages: [${joined(stages, ", ")}],
read: [${read}],
usesDate: ${truth(this.usage.date)}
}`;
    return { declarations, program };
  }

  /** The kind whose rows are the records of a list. */
  private rowsOf(kind: number, list: number): number {
    return this.measure.subjects.findIndex(({ of }) => of?.subject === kind && of.list === list);
  }

  private hasRows(kind: number, list: number): boolean {
    return this.rowsOf(kind, list) >= 0;
  }

  /** A row finds the rows it is linked to, and those that are its records. */
  private linker(kind: number): Code {
    const lines: Code[] = [];
    for (const [own, { of }] of this.measure.subjects.entries())
      if (of?.subject === kind)
        lines.push(
          js`${member(js`r`, "l", of.list)} = f[${integer(of.list)}].rows.map((i) => rows[${integer(own)}][i]);`,
        );
    for (const [i, f] of this.measure.subjects[kind]!.fields.entries()) {
      if (!this.usage.subject[kind]!.has(i)) continue;
      const [slot, given] = [member(js`r`, "f", i), js`f[${integer(i)}]`];
      const inverse = this.usage.inverses.some((v) => v.subject === kind && v.field === i);
      if (f.type.kind === "link") {
        const target = integer(f.type.subject);
        lines.push(js`${slot} = rows[${target}][${given}];`);
        if (inverse) lines.push(js`${member(slot, "v", kind, i)}.push(r);`);
      } else if (f.type.kind === "links") {
        const target = integer(f.type.subject);
        lines.push(js`${slot} = ${given}.map((i) => rows[${target}][i]);`);
        if (inverse) lines.push(js`for (const t of ${slot}) ${member(js`t`, "v", kind, i)}.push(r);`);
      }
    }
    return js`(r, f, rows) => { ${joined(lines, "\n")} }`;
  }

  private rowClass(kind: number): Code {
    const lines: Code[] = [js`this.i = i;`, js`this.id = id;`, js`this.kind = ${integer(kind)};`];
    const cells = this.measure.cells.filter((c) => c.subject === kind);
    for (const c of cells) lines.push(js`${member(js`this`, "c", c.id)} = ${this.blank(c)};`);
    for (const { subject, field } of this.usage.inverses) {
      const { type } = this.measure.subjects[subject]!.fields[field]!;
      if ((type.kind === "link" || type.kind === "links") && type.subject === kind)
        lines.push(js`${member(js`this`, "v", subject, field)} = [];`);
    }
    for (const [i, f] of this.measure.subjects[kind]!.fields.entries()) {
      if (!this.usage.subject[kind]!.has(i)) continue;
      const given = js`f[${integer(i)}]`;
      if (f.type.kind === "link" || f.type.kind === "links")
        lines.push(js`${member(js`this`, "f", i)} = null;`);
      else if (f.type.kind !== "list") lines.push(js`${member(js`this`, "f", i)} = ${given};`);
      else {
        const record = name("Record", kind, i);
        lines.push(
          this.hasRows(kind, i)
            ? js`${member(js`this`, "l", i)} = null;`
            : js`${member(js`this`, "l", i)} = ${given}.records.map((g) => new ${record}(g.facts));`,
          js`${member(js`this`, "m", i)} = ${given}.absent.length;`,
        );
      }
    }
    return js`class ${name("Row", kind)} {\nconstructor(f, i, id) {\n${joined(lines, "\n")}\n}\n}`;
  }

  private recordClass(kind: number, list: number, record: number): Code {
    const lines: Code[] = [];
    for (const i of [...this.usage.record[record]!].sort((a, b) => a - b))
      lines.push(js`${member(js`this`, "f", i)} = f[${integer(i)}];`);
    return js`class ${name("Record", kind, list)} {\nconstructor(f) {\n${joined(lines, "\n")}\n}\n}`;
  }

  /** What a slot holds before it is computed: of its own kind, so that rows keep one shape. */
  private blank(cell: Cell): Code {
    switch (cell.type.kind) {
      case "number": {
        const info = this.cells[cell.id];
        return info?.held.kind === "int" ? js`0` : info?.held.kind === "big" ? js`0n` : js`null`;
      }
      case "truth":
        return js`false`;
      case "choice":
        return js`-1`;
      case "text":
        return js`""`;
      case "date":
        return js`0`;
      case "party":
      case "link":
      case "links":
        return js`null`;
    }
  }
}
